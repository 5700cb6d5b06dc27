import { Link } from "@remix-run/react";
import { Check, Clock, Minus, X } from "#app/ui/icons.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatTime } from "#app/texts/format.ts";
import type { Translate } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, type Column, Countdown, DataTable, Icon, type IconType, Muted } from "#app/ui/index.ts";
import type { RequestRow } from "./row.server.ts";

const icons: Record<RequestRow["asked"][number]["state"], IconType> = { open: Clock, accepted: Check, declined: X, lapsed: Minus, beaten: Minus, withdrawn: Minus, returned: X };
const tones = { overdue: "bad", near: "bad", last: "warn" } as const;

/** The time left in short words: "1 h 20 min". */
const leftWords = (t: Translate) => (ms: number): string => {
  if (ms <= 0) return t("staffBookings.dispatch.left.over");
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 60 ? t("staffBookings.dispatch.left.minutes", { minutes }) : t("staffBookings.dispatch.left.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
};

/** Open requests: what it is about, who was asked and what they said, how long there is, what comes then. */
export function RequestTable({ rows, now }: { rows: RequestRow[]; now: number }) {
  const [t, locale] = [useT(), useLocale()];
  const when = useWhen(now);
  const columns: Column<RequestRow>[] = [
    {
      key: "visit", head: t("staffBookings.dispatch.head.visit"), rowHead: true,
      cell: (row) => (
        <span className="grid gap-1">
          <Link to={`/${locale}/staff/bookings/${row.id}`} className="whitespace-nowrap tabular-nums">{row.reference}</Link>
          <span className="font-normal">{when.at(row.startsAt)}</span>
          {row.trouble ? <span><Badge tone={tones[row.trouble]}>{t(`staffBookings.dispatch.trouble.${row.trouble}`)}</Badge></span> : null}
        </span>
      ),
    },
    { key: "what", head: t("staffBookings.dispatch.head.what"), cell: (row) => <span className="grid gap-1"><span>{row.service}</span><Muted as="span">{[row.customerName, row.place].filter(Boolean).join(", ")}</Muted></span> },
    { key: "asked", head: t("staffBookings.dispatch.head.asked"), cell: (row) => <Asked row={row} /> },
    { key: "left", head: t("staffBookings.dispatch.head.left"), cell: (row) => <Left row={row} now={now} /> },
    { key: "then", head: t("staffBookings.dispatch.head.then"), cell: (row) => <span className="grid gap-1"><span>{t(row.goesOn ? "staffBookings.dispatch.then.wave" : "staffBookings.dispatch.then.money", { next: row.wave + 1, waves: row.waves })}</span><Muted as="span">{row.substitution === "ask" ? t("staffBookings.dispatch.then.askFirst") : t("staffBookings.dispatch.then.until", { time: when.at(row.endsBy) })}</Muted></span> },
  ];
  return <DataTable caption={t("staffBookings.dispatch.requests.title")} hideCaption dense columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function Asked({ row }: { row: RequestRow }) {
  const [t, locale] = [useT(), useLocale()];
  return (
    <ul className="grid gap-1">
      {row.asked.map(({ helperId, name, state, wave, answeredAt }) => (
        <li key={helperId} className="flex items-start gap-2">
          <Icon icon={icons[state]} size={16} className="mt-1 shrink-0" />
          <span><Link to={`/${locale}/staff/helpers/${helperId}`} className={state === "open" ? "font-semibold" : undefined}>{name}</Link> <Muted as="span">{[wave === 0 ? t("staffBookings.dispatch.chosen") : t("staffBookings.dispatch.wave", { wave }), t(`staffBookings.dispatch.asked.${state}`), answeredAt === null ? "" : formatTime(answeredAt, locale)].filter(Boolean).join(", ")}</Muted></span>
        </li>
      ))}
    </ul>
  );
}

function Left({ row: { answerBy, nextWaveAt }, now }: { row: RequestRow; now: number }) {
  const t = useT();
  const when = useWhen(now);
  if (answerBy === null) return <span className="flex items-start gap-2"><Icon icon={Clock} size={16} className="mt-1 shrink-0" /><span>{nextWaveAt === null ? null : t("staffBookings.dispatch.left.morning", { time: when.at(nextWaveAt) })}</span></span>;
  return <span className="grid gap-1"><span className="whitespace-nowrap font-semibold"><Countdown until={answerBy} now={now} words={leftWords(t)} /></span><Muted as="span">{t("staffBookings.dispatch.left.by", { time: when.at(answerBy) })}</Muted></span>;
}

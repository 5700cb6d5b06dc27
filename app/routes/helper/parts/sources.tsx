import { Form } from "@remix-run/react";
import type { SourceTold } from "./calendars.server.ts";
import { formatDate, formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, Heading, Muted, SubmitButton, VisuallyHidden } from "#app/ui/index.ts";

/** The calendars that are read, with what went wrong in plain words. */
export function Sources({ rows }: { rows: readonly SourceTold[] }) {
  const t = useT();
  return (
    <div className="grid gap-4">
      <div><Heading level={2} size={3}>{t("calendars.screen.import")}</Heading><Muted>{t("calendars.screen.importWords")}</Muted></div>
      {rows.length ? (
        <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface" aria-label={t("calendars.screen.sources")}>
          {rows.map((row) => <Source key={row.id} {...row} />)}
        </ul>
      ) : null}
    </div>
  );
}

function Source({ id, kind, name, host, state, problem, notes, spans, lastTriedAt, lastFetchedAt, nextAt, expandedUntil }: SourceTold) {
  const t = useT();
  const locale = useLocale();
  const at = (ms: number) => `${formatShortDay(ms, locale)}, ${formatTime(ms, locale)}`;
  const isFailing = state === "failing";
  return (
    <li className="grid gap-2 px-4 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 font-semibold break-words">{name}</span>
        <Badge tone={isFailing ? "warn" : kind === "file" ? "plain" : "ok"}>{t(kind === "file" ? "calendars.screen.state.file" : `calendars.screen.state.${state}`)}</Badge>
      </div>
      {problem ? <p className="text-warn">{problem}</p> : null}
      {isFailing ? <p className="text-sm">{t("calendars.screen.stale", { time: at(lastFetchedAt) })}</p> : null}
      <p className="text-sm text-muted break-words">
        {[host && host !== name ? host : "", t("calendars.screen.busy", { count: spans }), t("calendars.screen.lastRead", { time: at(isFailing ? lastTriedAt : lastFetchedAt) }), nextAt !== null ? t("calendars.screen.nextRead", { time: formatTime(nextAt, locale) }) : ""].filter(Boolean).join(" · ")}
      </p>
      {kind === "file" ? <p className="text-sm text-muted">{t("calendars.screen.covers", { date: formatDate(expandedUntil, locale) })}</p> : null}
      {notes.map((note) => <p key={note} className="text-sm">{note}</p>)}
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="id" value={id} />
        {kind === "url" ? <RowButton value="read" label={t("calendars.screen.read")} whole={t("calendars.screen.readOf", { name })} /> : null}
        <RowButton value="remove" isQuiet={kind === "url"} label={t("calendars.screen.remove")} whole={t("calendars.screen.removeOf", { name })} />
      </Form>
    </li>
  );
}

function RowButton({ value, label, whole, isQuiet = false }: { value: string; label: string; whole: string; isQuiet?: boolean }) {
  const t = useT();
  return (
    <SubmitButton name="intent" value={value} variant={isQuiet ? "quiet" : "secondary"} pendingLabel={t("common.sending")}>
      <span aria-hidden="true">{label}</span><VisuallyHidden>{whole}</VisuallyHidden>
    </SubmitButton>
  );
}

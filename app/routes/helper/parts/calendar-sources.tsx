import { Form } from "@remix-run/react";
import type { SourceShown } from "#app/domain/calendars/sources.queries.server.ts";
import { formatDate, formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, Heading, Muted, SubmitButton, VisuallyHidden } from "#app/ui/index.ts";
import type { TextKey } from "#app/texts/keys.ts";

/** The calendars that are read, with what went wrong in plain words. */
export function Sources({ rows }: { rows: readonly SourceShown[] }) {
  const t = useT();
  return (
    <div className="grid gap-4">
      <div><Heading level={2} size={3}>{t("calendars.import")}</Heading><Muted>{t("calendars.importWords")}</Muted></div>
      {rows.length ? (
        <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface" aria-label={t("calendars.sources")}>
          {rows.map((row) => <Source key={row.id} {...row} />)}
        </ul>
      ) : null}
    </div>
  );
}

function Source({ id, kind, name, host, state, problem, notes, spans, lastTriedAt, lastFetchedAt, nextAt, expandedUntil }: SourceShown) {
  const t = useT();
  const locale = useLocale();
  const at = (ms: number) => `${formatShortDay(ms, locale)}, ${formatTime(ms, locale)}`;
  const isFailing = state === "failing";
  return (
    <li className="grid gap-2 px-4 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 font-semibold break-words">{name}</span>
        <Badge tone={isFailing ? "warn" : kind === "file" ? "plain" : "ok"}>{t(kind === "file" ? "calendars.state.file" : `calendars.state.${state}`)}</Badge>
      </div>
      {isFailing ? <p className="text-warn">{t(`calendars.problem.${problem ?? "other"}` as TextKey)}</p> : null}
      {isFailing ? <p className="text-sm">{t("calendars.stale", { time: at(lastFetchedAt) })}</p> : null}
      <p className="text-sm text-muted break-words">
        {[host && host !== name ? host : "", t("calendars.busy", { count: spans }), t("calendars.lastRead", { time: at(isFailing ? lastTriedAt : lastFetchedAt) }), nextAt !== null ? t("calendars.nextRead", { time: formatTime(nextAt, locale) }) : ""].filter(Boolean).join(" · ")}
      </p>
      {kind === "file" ? <p className="text-sm text-muted">{t("calendars.covers", { date: formatDate(expandedUntil, locale) })}</p> : null}
      {notes.map(({ code, count }) => <p key={code} className="text-sm">{t(`calendars.notes.${code}`, { count })}</p>)}
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="id" value={id} />
        {kind === "url" ? <RowButton value="read" label={t("calendars.read")} whole={t("calendars.readOf", { name })} /> : null}
        <RowButton value="remove" isQuiet={kind === "url"} label={t("calendars.remove")} whole={t("calendars.removeOf", { name })} />
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

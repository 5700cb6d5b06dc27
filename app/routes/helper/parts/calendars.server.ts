import { calendarLimits, type CalendarFetcher } from "#app/domain/calendars/calendars.ts";
import { dismissConflict } from "#app/domain/calendars/conflicts.server.ts";
import { closeFeed, renewFeed } from "#app/domain/calendars/feed.server.ts";
import { addAddress, addFile, refreshSource, removeSource } from "#app/domain/calendars/sources.commands.server.ts";
import type { SourceShown } from "#app/domain/calendars/sources.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { answer, notFound, statusOf } from "#app/http/answer.server.ts";
import { type FormState, typedValues } from "#app/http/form.server.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { translator } from "#app/texts/registry.ts";

export type SourceTold = Omit<SourceShown, "problem" | "notes"> & { problem: string | null; notes: string[] };

/** A problem in the reader's words: the browser is not sent the sentences of all that can go wrong. */
const problemWords = (locale: Locale, problem: string): string => {
  const t = translator(locale);
  const key = `calendars.problem.${problem}` as TextKey;
  const said = t(key);
  return said === key ? t("calendars.problem.other") : said;
};

/** The rows with their problems in words. */
export const toldSources = (locale: Locale, rows: readonly SourceShown[]): SourceTold[] =>
  rows.map((row) => ({ ...row, problem: row.state === "failing" ? problemWords(locale, row.problem ?? "other") : null, notes: row.notes.map(({ code, count }) => translator(locale)(`calendars.notes.${code}`, { count })) }));

/** How to find a calendar's address, and how to subscribe to ours. */
export function calendarHelp(locale: Locale): { where: string[]; how: string[] } {
  const t = translator(locale);
  return { where: [t("calendars.help.whereGoogle"), t("calendars.help.whereApple"), t("calendars.help.whereOutlook")], how: [t("calendars.help.howPhone"), t("calendars.help.howGoogle"), t("calendars.help.howOutlook")] };
}

export type Changed = { ok: true; done: string; part: string | null } | { ok: false; state: FormState; status: number };

const done = (word: string, part: string | null = null): Changed => ({ ok: true, done: word, part });

/** One form of the screen "other calendars": what was done, or the form again. A failing calendar is no error of the form: its row says why. */
export async function changeCalendars(ctx: Context, calendars: CalendarFetcher, form: FormData, files: readonly File[]): Promise<Changed> {
  const field = (name: string) => String(form.get(name) ?? "").trim();
  const again = (name: string, problem: string, status = 400): Changed => ({ ok: false, state: { values: typedValues(form), errors: { [name]: problemWords(ctx.locale, problem) } }, status });
  const added = (result: Result<unknown, string>, name: string): Changed => {
    if (result.ok) return done("added", "import");
    if (result.refusal === "not-found") throw notFound();
    return again(name, result.refusal, result.refusal === "too-many" ? statusOf(result.refusal) : 400);
  };
  switch (field("intent")) {
    case "address":
      return added(await addAddress(ctx, calendars, { address: field("address"), name: field("name").slice(0, calendarLimits.nameLength) }), "address");
    case "file": {
      const [file] = files;
      if (!file) return again("file", "missingFile");
      if (file.size > calendarLimits.bytes) return again("file", "too-large");
      const text = new TextDecoder().decode(await file.arrayBuffer());
      return added(await addFile(ctx, { text, name: file.name.replace(/\.(ics|ical|ifb)$/i, "").slice(0, calendarLimits.nameLength) || "ics" }), "file");
    }
    case "read": {
      const read = await refreshSource(ctx, calendars, field("id"));
      if (!read.ok && read.refusal === "too-many") return again("", "too-many", 429);
      return answer(read).problem === null ? done("read", "import") : done("tried", "import");
    }
    case "remove":
      answer(await removeSource(ctx, field("id")));
      return done("removed", "import");
    case "fits":
      answer(await dismissConflict(ctx, field("bookingId")));
      return done("fits");
    case "open":
    case "renew":
      answer(await renewFeed(ctx));
      return done(field("intent") === "open" ? "address" : "renewed", "feed");
    case "close":
      answer(await closeFeed(ctx));
      return done("closed", "feed");
    default:
      throw new Response("invalid", { status: 400 });
  }
}

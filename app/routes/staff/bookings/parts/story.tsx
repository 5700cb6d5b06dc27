import { Link } from "@remix-run/react";
import { formatDayTime, labelled } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { DefinitionList, Muted, Timeline } from "#app/ui/index.ts";
import type { ToldEntry } from "./story-words.server.ts";
import { Part } from "./visit.tsx";

/** What the journal says of this booking, from first to last. */
export function StoryPart({ story, journalTo }: { story: ToldEntry[]; journalTo: string | null }) {
  const [t, locale] = [useT(), useLocale()];
  const isDone = labelled(t("staffBookings.story.isDone"), locale);
  return (
    <Part id="story" title={t("staffBookings.story.title")}>
      <Muted>{t(story.length ? "staffBookings.story.words" : "staffBookings.story.none")}{journalTo ? <> <Link to={journalTo}>{t("staffBookings.story.journal")}</Link></> : null}</Muted>
      <Timeline
        label={t("staffBookings.story.title")}
        stateWords={{ done: isDone, present: isDone, coming: isDone, stopped: labelled(t("staffBookings.story.isStopped"), locale) }}
        items={story.map(({ id, at, by, title, detail, stopped, facts }) => ({
          key: id,
          state: stopped ? ("stopped" as const) : ("done" as const),
          title,
          time: `${formatDayTime(at, locale)}, ${by}`,
          children: detail ? <p className="text-ink wrap-anywhere">{detail}</p> : facts.length === 0 ? undefined : (
            <details>
              <summary className="inline-flex min-h-8 items-center underline underline-offset-4">{t("staffBookings.story.facts")}</summary>
              <DefinitionList items={facts.map(({ name, value }) => ({ term: name, value: <span className="wrap-anywhere">{value}</span> }))} />
            </details>
          ),
        }))}
      />
    </Part>
  );
}

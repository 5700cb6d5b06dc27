import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Temporal } from "temporal-polyfill";
import { mayReadJournal } from "#app/domain/journal/journal.policy.ts";
import { chainHead, journalPage, verifyJournal } from "#app/domain/journal/journal.queries.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { contextIf, neighbours, pageOf } from "./parts/allowed.server.ts";
import { Paging, SystemFrame } from "./parts/frame.tsx";
import { Chain, JournalFilters, JournalTable } from "./parts/journal-parts.tsx";

/** Midnight of a date in the installation's zone, or undefined for what is no date. */
function midnight(date: string, zone: string, daysLater = 0): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  try {
    return Temporal.PlainDate.from(date).add({ days: daysLater }).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** What happened, filtered by the address; `verify` walks the whole chain. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayReadJournal);
  const url = new URL(args.request.url);
  const given = (key: string) => (url.searchParams.get(key) ?? "").trim().slice(0, 100);
  const filter = { subject: given("subject"), name: given("name"), from: given("from"), until: given("until") };
  const page = pageOf(url.searchParams);
  const { rows, more } = await journalPage(ctx, {
    subject: filter.subject || undefined, name: filter.name || undefined, page,
    from: midnight(filter.from, ctx.settings.zone), until: midnight(filter.until, ctx.settings.zone, 1),
  });
  const checked = url.searchParams.has("verify") ? await verifyJournal(ctx) : null;
  return { locale: ctx.locale, title: translator(ctx.locale)("staffSystem.journal.title"), filter, rows, paging: neighbours(url, page, more), head: await chainHead(ctx), checked };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: "/staff/system/journal", title: data.title, noindex: true }) : []);

export default function Journal() {
  const { filter, rows, paging, head, checked } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <SystemFrame title={t("staffSystem.journal.title")} lead={t("staffSystem.journal.lead")}>
      <Chain head={head} checked={checked} />
      <JournalFilters filter={filter} />
      <JournalTable rows={rows} />
      <Paging {...paging} />
    </SystemFrame>
  );
}

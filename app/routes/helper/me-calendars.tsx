import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myConflicts } from "#app/domain/calendars/conflicts.server.ts";
import { myFeed } from "#app/domain/calendars/feed.server.ts";
import { mySources } from "#app/domain/calendars/sources.queries.server.ts";
import { formAgain } from "#app/http/form.server.ts";
import { readUpload } from "#app/http/uploads.server.ts";
import { useT } from "#app/texts/use.ts";
import { Stack } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { Conflicts } from "./parts/calendar-conflicts.tsx";
import { FeedPart } from "./parts/calendar-feed.tsx";
import { AddCalendar } from "./parts/calendar-forms.tsx";
import { Sources } from "./parts/calendar-sources.tsx";
import { changeCalendars } from "./parts/calendars.server.ts";
import { asHelper } from "./parts/helper.server.ts";
import { Problems, Screen, Trouble, useBackToMe, useDone } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/words.ts";

export const meta = titled("calendars.title", "calendars.description");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await asHelper(args);
  return { conflicts: (await myConflicts(ctx)).map((each) => ({ ...each, service: each.service[ctx.locale] })), sources: await mySources(ctx), feed: await myFeed(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const { form, files } = await readUpload(args.request, "file");
  const changed = await changeCalendars(ctx, args.context.app.calendars, form, files);
  if (!changed.ok) return formAgain(changed.state, changed.status);
  return redirect(`${helperPath(ctx.locale, `me/calendars?done=${changed.done}`)}${changed.part ? `#${changed.part}` : ""}`);
}

const doneWords = ["added", "read", "removed", "fits", "address", "renewed", "closed"] as const;

export default function Calendars() {
  const t = useT();
  const { conflicts, sources, feed } = useLoaderData<typeof loader>();
  const state = useAnswer<typeof action>();
  const word = useDone();
  const done = doneWords.find((each) => each === word);
  return (
    <Screen title={t("calendars.title")} lead={t("calendars.lead")} back={useBackToMe()} saved={done && !state ? t(`calendars.done.${done}`) : null}>
      <Problems state={state} />
      <Stack gap={12}>
        {conflicts.length ? <Conflicts rows={conflicts} /> : null}
        <section id="import" className="grid scroll-mt-4 gap-6">
          <Sources rows={sources} />
          <AddCalendar state={state} />
        </section>
        <FeedPart feed={feed} />
      </Stack>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };

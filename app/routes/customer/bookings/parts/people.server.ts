import { endedStates } from "#app/domain/booking/booking.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { mostWatchers } from "#app/domain/together/together.ts";
import { rightSchema, watcherSchema } from "#app/domain/together/together.schema.ts";
import { addWatcher, changeRight, removeWatcher } from "#app/domain/together/watchers.commands.server.ts";
import { managesWatchers, mayBeWatched } from "#app/domain/together/watchers.policy.ts";
import { activeWatchers, visitedLink, visitsWatched } from "#app/domain/together/watchers.queries.server.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import type { Args } from "#app/http/context.server.ts";
import { formAgain, readForm, sentForm, typedValues } from "#app/http/form.server.ts";
import { forwardOf } from "./forward.server.ts";
import { openBooking } from "./open.server.ts";

/** The booking for whoever says who is let in; to everybody else the screen does not exist. */
export async function openPeople(args: Args): Promise<{ ctx: Context; page: BookingPage }> {
  const opened = await openBooking(args);
  const { booking } = opened.page;
  if (!managesWatchers(opened.ctx.actor, booking) || booking.requestedAt === null || booking.blurredAt !== null) throw notFound();
  return opened;
}

export async function peopleView(ctx: Context, page: BookingPage) {
  const visits = await visitsWatched(ctx, page.booking);
  const watchers = (await activeWatchers(ctx, page.booking.id)).map(({ id, name, email, right, locale }) => ({ id, name, email, right, locale, /** Of how many visits of the series. */ visits: visits.get(id) ?? 1 }));
  const open = (page.series?.visits ?? []).filter(({ state }) => state === "closed" || !endedStates.includes(state)).length;
  return { watchers, /** How many visits somebody can be let into at once; 0 where this is the only one. */ series: open > 1 ? open : 0, mayAdd: mayBeWatched(page.booking) && watchers.filter(({ right }) => right !== "visited").length < mostWatchers, forward: forwardOf(ctx, page, await visitedLink(ctx, page.booking.id)) };
}
export type PersonShown = Awaited<ReturnType<typeof peopleView>>["watchers"][number];

/** One form of the screen: what was done, or the form again. */
export async function changePeople(ctx: Context, id: string, request: Request) {
  const form = await sentForm(request);
  const intent = form.get("intent");
  const again = (refusal: string) => formAgain({ values: typedValues(form), errors: {}, refusal }, statusOf(refusal));
  if (intent === "remove") {
    const gone = await removeWatcher(ctx, id, String(form.get("watcher") ?? ""), form.get("all") === "on");
    return gone.ok ? ({ done: "removed" } as const) : again(gone.refusal);
  }
  if (intent === "right") {
    const read = readForm(form, rightSchema);
    if (!read.ok) return formAgain(read.state);
    const changed = await changeRight(ctx, id, read.value.watcher, read.value.right, read.value.all);
    return changed.ok ? ({ done: "changed" } as const) : again(changed.refusal);
  }
  const read = readForm(form, watcherSchema);
  if (!read.ok) return formAgain(read.state);
  const added = await addWatcher(ctx, id, read.value);
  return added.ok ? ({ done: "added" } as const) : again(added.refusal);
}

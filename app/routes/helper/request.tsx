import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { acceptBooking, declineBooking } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { helperRequests } from "#app/domain/booking/lists.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { rhythmsOf } from "#app/domain/series/series.queries.server.ts";
import { answerSeries } from "#app/domain/series/together.commands.server.ts";
import { ownAsk } from "#app/domain/dispatch/dispatch.queries.server.ts";
import { helperRounds, rescheduleShown } from "#app/domain/reschedule/reschedule.queries.server.ts";
import { found, notFound, statusOf } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { CalendarClock } from "#app/ui/icons.ts";
import { ButtonLink, Heading, Notice, Row, StickyAction } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { AnswerButtons, AnswerWords, RequestConcern, RequestFacts } from "./parts/request-card.tsx";
import { requestSeries, SeriesAnswer } from "./parts/request-series.tsx";
import { requestView } from "./parts/request-view.ts";
import { Screen, Trouble, useDone } from "./parts/screen.tsx";
import { SameDay } from "./parts/same-day.tsx";
import { sameDay } from "./parts/same-day.server.ts";
import { CrossingNote } from "./parts/year-note.tsx";
import { crossingRequests } from "./parts/year.server.ts";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";
import { refusalWords } from "./parts/refusal-words.ts";

export const meta = titled("helper.requests.title");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const id = args.params.bookingId ?? "";
  const cards = await helperRequests(ctx);
  const card = cards.find((each) => each.id === id);
  if (card) return { series: requestSeries(cards, card, await rhythmsOf(ctx, [card.seriesId])), now: ctx.now, request: requestView(card, ctx.locale, await helperRounds(ctx)), mayOffer: (await rescheduleShown(ctx, found(await findBooking(ctx, id)))).may.helper === null, id, accepted: false, ended: null, crossing: (await crossingRequests(ctx, helper.id, [card]))[id], sameDay: await sameDay(ctx, helper.id, card) };
  const booking = await findBooking(ctx, id);
  // Whoever was asked may know what became of it, and nothing else.
  const asked = await ownAsk(ctx, id);
  if (booking?.helperId !== helper.id && !asked) throw notFound();
  return { series: null, now: ctx.now, request: null, mayOffer: false, id, accepted: booking?.helperId === helper.id && booking.acceptedAt !== null, ended: endedOf(asked), crossing: undefined, sameDay: [] };
}

/** How a request that was asked of several ended for one of them; the chosen helper's ends as every other does. */
const endedOf = (asked: Awaited<ReturnType<typeof ownAsk>>) => {
  if (!asked || asked.state === "open" || asked.state === "accepted") return null;
  if (asked.wave === 0 && asked.state !== "beaten" && asked.state !== "returned") return null;
  return asked.state === "withdrawn" ? ("ended" as const) : asked.state;
};

/** A refused answer means that the request changed meanwhile: what stands on the screen is read anew, so that nobody is asked for a yes that no longer counts. */
export const shouldRevalidate = () => true;

/** Yes or no; sent twice, it is the same answer. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const id = args.params.bookingId ?? "";
  const form = await sentForm(args.request);
  const intent = form.get("intent");
  if (intent === "accept-ticked" || intent === "decline-all") return answerAll(ctx, id, intent === "accept-ticked" ? form.getAll("visit").map(String) : null);
  const accepts = intent === "accept";
  const result = await (accepts ? acceptBooking : declineBooking)(ctx, id);
  if (result.ok) return redirect(helperPath(ctx.locale, accepts ? `visits/${id}?done=accepted` : "requests?done=declined"));
  if (result.refusal === "not-found") throw notFound();
  return data({ refusal: result.refusal as string }, { status: statusOf(result.refusal) });
}

/** Yes to the ticked visits of a series and no to the rest; null says no to all. */
async function answerAll(ctx: Context, id: string, ticked: string[] | null) {
  if (ticked?.length === 0) return data({ refusal: "none-ticked" }, { status: 400 });
  const result = await answerSeries(ctx, id, ticked ?? []);
  if (result.ok) {
    const [first] = result.value.accepted;
    return redirect(helperPath(ctx.locale, first ? `visits/${first}?done=accepted` : "requests?done=declined"));
  }
  if (result.refusal === "not-found") throw notFound();
  return data({ refusal: result.refusal as string }, { status: statusOf(result.refusal) });
}

export default function Request() {
  const t = useT();
  const locale = useLocale();
  const { series, request, mayOffer, now, id, accepted, ended, crossing, sameDay } = useLoaderData<typeof loader>();
  const done = useDone();
  const refusal = useAnswer<typeof action>()?.refusal;
  const back = { to: helperPath(locale, "requests"), label: t("helper.requests.title") };
  const refused = refusal ? <Notice tone="warn" role="alert">{refusal === "none-ticked" ? t("series.request.none") : refusal === "beaten" ? t("dispatch.helper.refusedBeaten") : refusalWords(t, "helper.requests.refusal", refusal, "helper.requests.refusal.other")}</Notice> : null;
  if (!request)
    return (
      <Screen title={t(ended ? `dispatch.helper.${ended}Title` : "helper.requests.gone")} lead={refused ? null : t(ended ? `dispatch.helper.${ended}Words` : "helper.requests.goneWords")} back={back}>
        {refused}
        <Row>{accepted ? <ButtonLink to={helperPath(locale, `visits/${id}`)}>{t("helper.requests.toVisit")}</ButtonLink> : <ButtonLink to={back.to} variant="secondary">{t("helper.requests.toRequests")}</ButtonLink>}</Row>
      </Screen>
    );
  return (
    <Screen title={request.service.name} back={back} saved={done === "proposed" ? t("reschedule.list.sent") : null}>
      {refused}
      <RequestFacts request={request} now={now} isNamed each={series !== null} />
      <SameDay rows={sameDay} />
      <CrossingNote crossing={crossing} />
      <section className="grid gap-3">
        <Heading level={2} size={3}>{t("helper.requests.concern")}</Heading>
        {request.concern ? null : <p className="text-muted">{t("helper.requests.noConcern")}</p>}
        <RequestConcern request={request} />
      </section>
      {mayOffer ? <Row><ButtonLink to={helperPath(locale, `visits/${id}/reschedule`)} reloadDocument variant="secondary" icon={CalendarClock}>{t("reschedule.action.offer")}</ButtonLink></Row> : null}
      <AnswerWords />
      {series ? <SeriesAnswer id={request.id} series={series} now={now} /> : <StickyAction><AnswerButtons request={request} now={now} /></StickyAction>}
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };

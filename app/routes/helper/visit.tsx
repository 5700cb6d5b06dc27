import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { found, notFound } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { useRoot } from "#app/root.tsx";
import { MessageForm, type MessageState, MessageThread } from "#app/routes/shared/booking/messages.tsx";
import { Chain } from "#app/routes/shared/rescue/chain.tsx";
import { TimesPanel } from "#app/routes/shared/reschedule/panel.tsx";
import { SeriesPanel } from "#app/routes/shared/series/panel.tsx";
import { timesView } from "#app/routes/shared/reschedule/times.server.ts";
import { useForgetDraft } from "#app/routes/shared/visit/draft.ts";
import { useFresh } from "#app/routes/shared/visit/fresh.ts";
import { takeStep, type VisitAnswer } from "#app/routes/shared/visit/steps.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Columns, Disclosure, Heading, Notice, Stack } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { SameDay } from "./parts/same-day.tsx";
import { Screen, Trouble } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { VisitConcern, VisitFacts, VisitHelp } from "./parts/visit-facts.tsx";
import { isMessage, writeMessage } from "./parts/visit-message.server.ts";
import { savedWords, visitPage } from "./parts/visit-page.server.ts";
import { Redo, Waive } from "./parts/visit-rescue.tsx";
import { waive } from "./parts/waive.server.ts";
import { VisitStep } from "./parts/visit-step.tsx";
import { WaitingPart } from "./parts/visit-door.tsx";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("visit.title");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await asHelper(args);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  if (page.part !== "helper") throw notFound();
  // Before the yes there is a request, never an address.
  if (page.booking.acceptedAt === null) throw redirect(helperPath(ctx.locale, `requests/${page.booking.id}`));
  const asked = new URL(args.request.url).searchParams;
  return { ...(await visitPage(ctx, page)), saved: savedWords(ctx, page, asked.get("done")), times: await timesView(ctx, page, page.customerName, asked) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const id = args.params.bookingId ?? "";
  if (isMessage(args.request)) return writeMessage(args, ctx, id);
  const form = await sentForm(args.request);
  if (form.get("intent") === "waive") return waive(ctx, id, form);
  // Whoever confirms on the first screen stays there.
  const isFromToday = form.get("intent") === "confirm" && form.get("from") === "today";
  return takeStep(ctx, id, form, (more) => (isFromToday ? `${helperPath(ctx.locale)}${more}` : helperPath(ctx.locale, `visits/${id}${more}`)));
}

type Answer = (VisitAnswer & { message?: MessageState }) | undefined;
const receivedStates: readonly string[] = ["reported", "signed_off", "closed", "cancelled"];

export default function Visit() {
  const t = useT();
  const locale = useLocale();
  const root = useRoot();
  const visit = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() as Answer;
  const here = helperPath(locale, `visits/${visit.id}`);
  useForgetDraft(visit.id, receivedStates.includes(visit.state));
  // An answer at the door, or somebody who waits, is seen without touching the phone.
  useFresh(visit.door.absence?.state === "waiting" || visit.door.extras.some(({ state }) => state === "proposed"));
  return (
    <Screen title={visit.service.name} lead={t("visit.reference", { reference: visit.reference })} back={{ to: helperPath(locale), label: t("visit.back") }} saved={visit.saved} width="normal">
      {answer?.said ? <Notice tone="warn" role="alert">{answer.said}</Notice> : null}
      <WaitingPart visit={visit} />
      <Columns of="side">
        <Stack gap={8}>
          {visit.times.told ? <TimesPanel told={visit.times.told} answerTo={`${here}/times`} proposeTo={`${here}/reschedule`} /> : null}
          <Redo visit={visit} />
          <SameDay rows={visit.tight} isPromised />
          <VisitStep visit={visit} answer={answer} />
          <Waive visit={visit} />
          <Chain chain={visit.rescue.chain} here={visit.id} />
          <div className="lg:hidden"><VisitFacts visit={visit} /></div>
          {visit.series ? <SeriesPanel series={visit.series} to={(id) => helperPath(locale, `visits/${id}`)} /> : null}
          <VisitConcern visit={visit} open={visit.state === "accepted" || visit.state === "underway"} />
          {visit.messages.length || visit.mayWrite ? <section id="messages" className="grid gap-4">
            <Heading level={2} size={3}>{t("visit.messages.title")}</Heading>
            <MessageThread messages={visit.messages} me="helper" now={visit.now} names={{ customer: visit.customerName, helper: t("visit.messages.you"), staff: root?.brand.name ?? "" }} />
            {visit.mayWrite ? (
              <Disclosure summary={t("visit.messages.write")} open={answer?.message !== undefined}><MessageForm to={visit.customerName} state={answer?.message} /></Disclosure>
            ) : null}
          </section> : null}
          <div className="lg:hidden"><VisitHelp visit={visit} mayPropose={visit.times.may.helper === null} /></div>
        </Stack>
        <div className="hidden gap-8 lg:grid"><VisitFacts visit={visit} /><VisitHelp visit={visit} mayPropose={visit.times.may.helper === null} /></div>
      </Columns>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };

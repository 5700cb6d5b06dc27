import { Form } from "@remix-run/react";
import { DoorOpen, Flag, Footprints, MapPin } from "#app/ui/icons.ts";
import { type ReactNode, useRef } from "react";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { Checklist } from "#app/routes/shared/visit/checklist.tsx";
import { useDraft } from "#app/routes/shared/visit/draft.ts";
import { ReportForm } from "#app/routes/shared/visit/report-form.tsx";
import { useStepFocus } from "#app/routes/shared/visit/step-focus.ts";
import type { VisitAnswer } from "#app/routes/shared/visit/steps.server.ts";
import { formatMoney, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Card, Disclosure, Heading, Notice, Stack, Steps, SubmitButton } from "#app/ui/index.ts";
import type { VisitPage } from "./visit-page.server.ts";
import { Announced, ArrivalFields, Codes, ConfirmVisit, ExtrasPart } from "./visit-door.tsx";
import { helperPath } from "./paths.ts";

const order = ["way", "start", "work", "report", "done"] as const;
const at: Partial<Record<string, number>> = { accepted: 0, underway: 1, started: 2, finished: 3, reported: 4, signed_off: 4, closed: 4 };

/** Where the visit stands, and the one thing to do now. */
export function VisitStep({ visit, answer }: { visit: VisitPage; answer: VisitAnswer | undefined }) {
  const t = useT();
  const current = at[visit.state];
  const step = useStepFocus(`${visit.state} ${visit.door.arrival.arrivedAt === null ? "" : "arrived"}`);
  const steps = order.map((name) => t(`visit.steps.${name}`));
  return (
    <Stack gap={6}>
      {current === undefined ? null : <Steps label={t("visit.progressLabel")} text={t("visit.progress", { step: current + 1, of: steps.length, name: steps[current] ?? "" })} steps={steps} current={current} />}
      <div ref={step} tabIndex={-1} className="outline-none"><Now visit={visit} answer={answer} /></div>
    </Stack>
  );
}

type StepProps = { visit: VisitPage; answer: VisitAnswer | undefined };

function Now({ visit, answer }: StepProps) {
  switch (visit.state) {
    case "accepted":
      return <OnTheWay visit={visit} answer={answer} />;
    case "underway":
      return visit.door.arrival.arrivedAt === null ? <Driving visit={visit} answer={answer} /> : <AtTheDoor visit={visit} answer={answer} />;
    case "started":
      return <Working visit={visit} answer={answer} />;
    case "finished":
      return <Reporting visit={visit} answer={answer} />;
    default:
      return <Over visit={visit} />;
  }
}

const StepCard = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <Card as="section" className="border-accent">
    <Stack gap={4}><Heading level={2} className="first-letter:uppercase">{title}</Heading>{children}</Stack>
  </Card>
);

function OnTheWay({ visit, answer }: StepProps) {
  const t = useT();
  const when = useWhen(visit.now);
  if (visit.moves.setOff) return <Stack gap={6}><ConfirmVisit visit={visit} />{visit.door.confirm.may ? null : <StepCard title={when.at(visit.startsAt)}><p>{t("visit.accepted.early")}</p></StepCard>}</Stack>;
  return (
    <Stack gap={6}>
      <ConfirmVisit visit={visit} />
      <StepCard title={t("visit.accepted.title")}>
        <p>{t("visit.accepted.words", { name: visit.customerName })}</p>
        <Form method="post" className="grid gap-4">
          <ArrivalFields choices={visit.arrivalChoices} answer={answer?.arrival} />
          <SubmitButton name="intent" value="setOff" size="large" wide icon={Footprints} pendingLabel={t("common.sending")}>{t("visit.accepted.do")}</SubmitButton>
          <SubmitButton name="intent" value="start" variant="secondary" size="large" wide pendingLabel={t("common.sending")}>{t("visit.accepted.skip")}</SubmitButton>
        </Form>
      </StepCard>
    </Stack>
  );
}

function Driving({ visit, answer }: StepProps) {
  const t = useT();
  return (
    <StepCard title={t("visit.underway.way")}>
      <p>{t("visit.underway.wayWords")}</p>
      <Form method="post" className="grid gap-3">
        <SubmitButton name="intent" value="arrive" size="large" wide icon={MapPin} pendingLabel={t("common.sending")}>{t("visit.way.do")}</SubmitButton>
        <SubmitButton name="intent" value="start" variant="secondary" size="large" wide pendingLabel={t("common.sending")}>{t("visit.underway.do")}</SubmitButton>
      </Form>
      <Announced visit={visit} answer={answer?.arrival} />
    </StepCard>
  );
}

function AtTheDoor({ visit, answer }: StepProps) {
  const t = useT();
  const when = useWhen(visit.now);
  return (
    <StepCard title={t("visit.way.at", { time: when.time(visit.door.arrival.arrivedAt ?? visit.now) })}>
      <p>{t("visit.underway.words")}</p>
      <Codes visit={visit} answer={answer?.code} />
      <Form method="post"><SubmitButton name="intent" value="start" size="large" wide icon={DoorOpen} pendingLabel={t("common.sending")}>{t("visit.underway.do")}</SubmitButton></Form>
      <ExtrasPart visit={visit} />
    </StepCard>
  );
}

function Working({ visit, answer }: StepProps) {
  const t = useT();
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const { keep } = useDraft(form, visit.id, false);
  const { service, startedAt } = visit;
  return (
    <section className="grid gap-4">
      <Heading level={2}>{t("visit.started.title")}</Heading>
      <p>{startedAt ? `${t("visit.started.since", { time: formatTime(startedAt, locale) })}. ` : ""}{t("visit.started.words")}</p>
      <Form method="post" ref={form} onInput={keep} className="grid gap-4">
        <Checklist items={service.checklist} checked={{ done: () => false, value: () => "" }} />
        <SubmitButton name="intent" value="finish" size="large" wide icon={Flag} pendingLabel={t("common.sending")}>{t("visit.started.do")}</SubmitButton>
      </Form>
      <ExtrasPart visit={visit} />
      {visit.door.code.matchedAt === null ? <Disclosure summary={t("visit.codes.title")} open={answer?.code !== undefined}><Codes visit={visit} answer={answer?.code} /></Disclosure> : null}
      <Disclosure summary={t("visit.started.scopeOut")}>
        <ul className="list-disc pl-5">{service.scopeOut.map((words) => <li key={words}>{words}</li>)}</ul>
        <p className="mt-2 text-muted">{t("visit.started.scopeOutWords")}</p>
      </Disclosure>
    </section>
  );
}

function Reporting({ visit, answer }: StepProps) {
  const t = useT();
  return (
    <section className="grid gap-4">
      <Heading level={2}>{t("visit.finished.title")}</Heading>
      <p>{t("visit.finished.words", { name: visit.customerName })}</p>
      <ExtrasPart visit={visit} />
      <ReportForm visit={visit} state={answer?.report} />
    </section>
  );
}

function Over({ visit }: { visit: VisitPage }) {
  const t = useT();
  const locale = useLocale();
  const when = useWhen(visit.now);
  const { state, netMinor, customerName, payoutAfterDays, cancelledBy, cancelReason, compensationMinor } = visit;
  if (state === "cancelled") {
    const who = cancelledBy === "customer" ? "byCustomer" : cancelledBy === "helper" ? "byHelper" : cancelledBy === "staff" ? "byStaff" : "bySystem";
    const missed = cancelReason === "customer_absent" ? "visit.missed.byCustomer" : cancelReason === "helper_absent" ? "visit.missed.byHelper" : null;
    return <Notice tone="warn" title={t("visit.cancelled.title")}>{t(missed ?? `visit.cancelled.${who}`)} {compensationMinor ? t("visit.cancelled.compensation", { amount: formatMoney(compensationMinor) }) : ""}</Notice>;
  }
  const words = state === "reported" ? t("visit.reported.words", { name: customerName, date: when.at(visit.signsOffAt) }) : t(state === "closed" ? "visit.closed.words" : "visit.signedOff.words");
  return (
    <StepCard title={t(state === "reported" ? "visit.reported.title" : state === "closed" ? "visit.closed.title" : "visit.signedOff.title")}>
      {visit.redo ? null : <p className="text-xl font-semibold tabular-nums">{t("visit.reported.net", { amount: formatMoney(netMinor) })}</p>}
      {(visit.redo || visit.rescue.open) && state !== "reported" ? null : <p>{words}</p>}
      <ExtrasPart visit={visit} />
      {state === "reported" && !visit.redo && !visit.rescue.open ? <p className="text-muted">{t("visit.reported.payout", { days: payoutAfterDays })}</p> : null}
      <ButtonLink to={helperPath(locale, "me/earnings")} variant="secondary" wide>{t("visit.signedOff.toEarnings")}</ButtonLink>
    </StepCard>
  );
}

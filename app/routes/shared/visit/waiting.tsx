import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Clock, Phone } from "#app/ui/icons.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { Card, Heading, Icon, Notice, Stack, SubmitButton } from "#app/ui/index.ts";
import { visitRefusal } from "./refusal.ts";
import { useStepFocus, waitingStep } from "./step-focus.ts";
import type { WaitingView } from "./waiting.server.ts";

type Props = { view: WaitingView };
/** What a side that is no single helper says otherwise: what the end brings it, and what it is asked. */
type Own = { own?: { end: string; asked: string } | undefined };

/** Somebody is not there: to say so, to call, to end it, or to answer that one is there after all. */
export function WaitingPanel({ view, refusal, own }: Props & Own & { refusal?: string | undefined }) {
  const { absence, isHelper } = view;
  const t = useT();
  const isOpen = absence?.state === "waiting";
  const step = useStepFocus(waitingStep(view));
  const isMine = isOpen && absence.absent === (isHelper ? "customer" : "helper");
  return (
    <Stack gap={6}>
      {refusal ? <Notice tone="warn" role="alert">{visitRefusal(refusal, t)}</Notice> : null}
      <div ref={step} tabIndex={-1} className="outline-none">{isOpen ? isMine ? <Waiting view={view} absence={absence} own={own} /> : <Awaited view={view} absence={absence} own={own} /> : <Begin view={view} />}</div>
    </Stack>
  );
}

const Frame = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <Card as="section" className="border-accent"><Stack gap={4}><Heading level={2} size={3}>{title}</Heading>{children}</Stack></Card>
);

function Tap({ intent, secondary = false, children }: { intent: string; secondary?: boolean; children: ReactNode }) {
  const t = useT();
  return <Form method="post"><SubmitButton name="intent" value={intent} variant={secondary ? "secondary" : "primary"} size="large" wide pendingLabel={t("common.sending")}>{children}</SubmitButton></Form>;
}

function Begin({ view }: Props) {
  const t = useT();
  const when = useWhen(view.now);
  if (!view.mayWait) return <Notice tone="info">{view.isAhead && view.now < view.startsAt ? t("visit.door.early", { time: when.at(view.startsAt) }) : t("visit.door.nothing")}</Notice>;
  return (
    <Frame title={view.isHelper ? t("visit.waiting.openHelper") : t("visit.waiting.openCustomer", { who: view.who })}>
      <p>{t("visit.door.lead", { who: view.who })}</p>
      <Calls view={view} />
      <Tap intent="wait">{t("visit.door.do")}</Tap>
    </Frame>
  );
}

const Calls = ({ view: { phones } }: Props) => {
  const t = useT();
  return phones.length ? (
    <div className="grid gap-2 sm:grid-cols-2">
      {phones.map(({ name, telephone }) => <a key={telephone} className="q-button q-secondary" href={`tel:${telephone.replace(/[^+\d]/g, "")}`}><Icon icon={Phone} />{t("visit.door.call", { name })}</a>)}
    </div>
  ) : null;
};

type Open = NonNullable<WaitingView["absence"]>;

function Waiting({ view, absence, own }: Props & Own & { absence: Open }) {
  const t = useT();
  const when = useWhen(view.now);
  const { who, now, absentMinor, payableMinor, isHelper } = view;
  const { calls, secondFrom, endsFrom } = absence;
  const mayEnd = endsFrom !== null && now >= endsFrom;
  const mayCall = calls.length === 0 || (calls.length === 1 && secondFrom !== null && now >= secondFrom);
  return (
    <Frame title={t("visit.waiting.since", { time: when.time(absence.since) })}>
      <p>{t("visit.door.since2", { who })}</p>
      <Calls view={view} />
      {calls.length ? <ul className="grid gap-1">{calls.map((at) => <li key={at} className="flex gap-2"><Icon icon={Phone} />{t("visit.door.calls", { time: when.time(at) })}</li>)}</ul> : null}
      {mayCall ? <Tap intent={calls.length ? "call2" : "call1"} secondary>{t(calls.length ? "visit.door.called2" : "visit.door.called1")}</Tap> : null}
      {calls.length === 1 && !mayCall && secondFrom !== null ? <p className="flex gap-2 text-muted"><Icon icon={Clock} />{t("visit.door.secondFrom", { time: when.time(secondFrom) })}</p> : null}
      {endsFrom !== null && !mayEnd ? <p className="flex gap-2 text-muted"><Icon icon={Clock} />{t("visit.door.endFrom", { time: when.time(endsFrom) })}</p> : null}
      {mayEnd ? (
        <>
          <p>{own ? own.end : isHelper ? t("visit.door.endHelper", { who, amount: formatMoney(absentMinor.compensation) }) : t(payableMinor > 0 ? "visit.door.endCustomer" : "visit.door.endCustomerFree", { who, amount: formatMoney(payableMinor), credit: formatMoney(absentMinor.credit) })}</p>
          <Tap intent="end">{t("visit.door.end")}</Tap>
        </>
      ) : null}
      <Tap intent="here" secondary>{t("visit.door.met")}</Tap>
    </Frame>
  );
}

function Awaited({ view, absence, own }: Props & Own & { absence: Open }) {
  const t = useT();
  const when = useWhen(view.now);
  const { who, isHelper, absentMinor } = view;
  return (
    <Frame title={t("visit.waiting.asked", { who, time: when.time(absence.since) })}>
      <p>{own ? own.asked : isHelper ? t("visit.door.askedHelper") : t("visit.door.askedCustomer", { amount: formatMoney(absentMinor.compensation) })}</p>
      <Tap intent="here">{t(isHelper ? "visit.door.hereHelper" : "visit.waiting.here")}</Tap>
      <Calls view={view} />
    </Frame>
  );
}

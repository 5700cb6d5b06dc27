import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Phone } from "#app/ui/icons.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useStepFocus, waitingStep } from "#app/routes/shared/visit/step-focus.ts";
import type { WaitingView } from "#app/routes/shared/visit/waiting.server.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { EmptyState, Heading, Icon, Muted, Row, Stack, SubmitButton } from "#app/ui/index.ts";

type Props = { view: WaitingView; /** What there is to say where no number is known. */ unreachable: string | null };

/** The waiting of a customer on the telephone, step by step: noted, two calls, the end; or the word that they are there. */
export function CallerWaits({ view, unreachable }: Props) {
  const step = useStepFocus(waitingStep(view));
  return <div ref={step} tabIndex={-1} className="outline-none"><Step view={view} unreachable={unreachable} /></div>;
}

function Step({ view, unreachable }: Props) {
  const t = useT();
  const when = useWhen(view.now);
  const { absence, who } = view;
  if (absence?.state === "waiting" && absence.absent === "helper") return <Waits view={view} unreachable={unreachable} absence={absence} />;
  if (absence?.state === "waiting") {
    return (
      <Stack gap={4}>
        <Heading level={2} size={3}>{t("staffBookings.waiting.asked", { who, time: when.time(absence.since) })}</Heading>
        <p>{t("staffBookings.waiting.askedWords", { amount: formatMoney(view.absentMinor.compensation) })}</p>
        <Row gap={3}><Tap intent="here">{t("staffBookings.waiting.here")}</Tap></Row>
      </Stack>
    );
  }
  if (!view.mayWait) return <EmptyState title={t("staffBookings.waiting.not")}>{view.isAhead && view.now < view.startsAt ? t("staffBookings.waiting.early", { time: when.at(view.startsAt) }) : t("staffBookings.waiting.notWords")}</EmptyState>;
  return (
    <Stack gap={4}>
      <p>{t("staffBookings.waiting.rule", { who })}</p>
      <Telephones view={view} unreachable={unreachable} />
      <Row gap={3}><Tap intent="wait">{t("staffBookings.waiting.note")}</Tap></Row>
    </Stack>
  );
}

function Waits({ view, unreachable, absence }: Props & { absence: NonNullable<WaitingView["absence"]> }) {
  const t = useT();
  const when = useWhen(view.now);
  const { now, who, payableMinor, absentMinor } = view;
  const { calls, secondFrom, endsFrom, since } = absence;
  const mayCall = calls.length === 0 || (calls.length === 1 && secondFrom !== null && now >= secondFrom);
  const mayEnd = endsFrom !== null && now >= endsFrom;
  return (
    <Stack gap={4}>
      <Heading level={2} size={3}>{t("staffBookings.waiting.since", { time: when.time(since) })}</Heading>
      <p>{t("staffBookings.waiting.rule", { who })}</p>
      <Telephones view={view} unreachable={unreachable} />
      {calls.length ? <ul className="grid gap-1">{calls.map((at) => <li key={at} className="flex gap-2"><Icon icon={Phone} />{t("visit.door.calls", { time: when.time(at) })}</li>)}</ul> : null}
      {calls.length === 1 && !mayCall && secondFrom !== null ? <Muted>{t("visit.door.secondFrom", { time: when.time(secondFrom) })}</Muted> : null}
      {endsFrom !== null && !mayEnd ? <Muted>{t("staffBookings.waiting.endFrom", { time: when.time(endsFrom) })}</Muted> : null}
      {mayEnd ? <p>{t(payableMinor > 0 ? "staffBookings.waiting.endWords" : "staffBookings.waiting.endFree", { who, amount: formatMoney(payableMinor), credit: formatMoney(absentMinor.credit) })}</p> : null}
      <Row gap={3}>
        {mayEnd ? <Tap intent="end">{t("staffBookings.waiting.end")}</Tap> : null}
        {mayCall ? <Tap intent={calls.length ? "call2" : "call1"}>{t(calls.length ? "staffBookings.waiting.call2" : "staffBookings.waiting.call1")}</Tap> : null}
        <Tap intent="here" secondary>{t("staffBookings.waiting.met")}</Tap>
      </Row>
    </Stack>
  );
}

const Telephones = ({ view: { phones }, unreachable }: Props) => <>{phones.length ? null : <p>{unreachable}</p>}{phones.map(({ name, telephone }) => <p key={telephone}>{name}: <a className="tabular-nums" href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>{telephone}</a></p>)}</>;

function Tap({ intent, secondary = false, children }: { intent: string; secondary?: boolean; children: ReactNode }) {
  const t = useT();
  return <Form method="post"><SubmitButton name="intent" value={intent} variant={secondary ? "secondary" : "primary"} pendingLabel={t("common.sending")}>{children}</SubmitButton></Form>;
}

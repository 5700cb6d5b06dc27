import { Form, Link } from "@remix-run/react";
import { BadgeCheck, CircleCheck, Clock, Plus } from "#app/ui/icons.ts";
import type { VisitAnswer } from "#app/routes/shared/visit/steps.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useRoot } from "#app/root.tsx";
import { formatMoney, labelled } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, ButtonLink, Card, CodeField, Disclosure, Heading, Icon, Notice, RadioGroup, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import type { VisitPage } from "./visit-page.server.ts";
import { helperPath } from "./paths.ts";

type Props = { visit: VisitPage };

/** One tap says that the visit stands; afterwards a quiet line says who has. */
export function ConfirmVisit({ visit }: Props) {
  const t = useT();
  const when = useWhen(visit.now);
  const { confirm } = visit.door;
  if (confirm.may)
    return (
      <Card as="section" className="border-accent">
        <Stack gap={4}>
          <Heading level={2}>{t("visit.confirm.title")}</Heading>
          <p>{t("visit.confirm.forHelper", { who: visit.customerName, time: when.on(visit.startsAt) })}</p>
          <Form method="post"><SubmitButton name="intent" value="confirm" size="large" wide icon={CircleCheck} pendingLabel={t("common.sending")}>{t("visit.confirm.do")}</SubmitButton></Form>
        </Stack>
      </Card>
    );
  if (visit.state !== "accepted" || confirm.helperAt === null) return null;
  return <p className="text-sm text-muted">{t(confirm.customerAt === null ? "visit.confirm.mine" : "visit.confirm.both")}</p>;
}

/** In how many minutes, or at which time of today. */
export function ArrivalFields({ choices, answer }: { choices: readonly number[]; answer: VisitAnswer["arrival"] }) {
  const t = useT();
  const typed = (name: string) => { const value = answer?.values[name]; return typeof value === "string" ? value : undefined; };
  return (
    <>
      <RadioGroup name="in" label={t("visit.way.question")} inline defaultValue={typed("in") ?? String(choices[1])} options={choices.map((minutes) => ({ value: String(minutes), label: t("visit.way.in", { minutes }) }))} />
      <TextField name="clock" label={t("visit.way.clock")} hint={t("visit.way.clockHint")} width="short" inputMode="numeric" autoComplete="off" maxLength={5} optional={t("common.optional")} defaultValue={typed("clock")} error={answer?.errors.clock && t(answer.errors.clock as TextKey)} />
    </>
  );
}

/** What the customer was told, and how to tell them another time. */
export function Announced({ visit, answer }: Props & { answer: VisitAnswer["arrival"] }) {
  const t = useT();
  const when = useWhen(visit.now);
  const { fromAt, untilAt, over } = visit.door.arrival;
  return (
    <>
      {fromAt !== null && untilAt !== null ? <p className="flex gap-2 font-semibold"><Icon icon={Clock} />{t(over ? "visit.way.over" : "visit.way.told", { who: visit.customerName, from: when.time(fromAt), until: when.time(untilAt) })}</p> : null}
      <Disclosure summary={t("visit.way.change")} open={answer !== undefined}>
        <Form method="post" className="grid gap-4">
          <ArrivalFields choices={visit.arrivalChoices} answer={answer} />
          <SubmitButton name="intent" value="arrival" variant="secondary" wide pendingLabel={t("common.sending")}>{t("visit.way.changeDo")}</SubmitButton>
        </Form>
      </Disclosure>
    </>
  );
}

/** Both codes: mine to say, theirs to ask for and to check. */
export function Codes({ visit, answer }: Props & { answer: VisitAnswer["code"] }) {
  const t = useT();
  const locale = useLocale();
  const telephone = useRoot()?.brand.telephone ?? "";
  const { codes, code } = visit.door;
  if (!codes?.helper) return null;
  const wrong = answer?.errors.code ? t(answer.errors.code as TextKey) : answer && answer.left > 0 ? t("visit.check.wrong", { count: answer.left }) : undefined;
  return (
    <section className="grid gap-4" aria-labelledby="codes">
      <Heading level={2} size={3} id="codes">{t("visit.codes.title")}</Heading>
      <p>{labelled(t("visit.codes.mine"), locale)} <b className="text-xl tabular-nums tracking-widest">{codes.helper}</b><br /><span className="text-sm text-muted">{t("visit.check.mineHelper")}</span></p>
      {code.matchedAt !== null ? <p className="flex gap-2 font-semibold text-ok"><Icon icon={BadgeCheck} />{t("visit.check.right")}</p> : code.mayCheck ? (
        <Form method="post" className="grid gap-3" noValidate>
          <CodeField digits={4} name="code" label={t("visit.check.ask", { who: visit.customerName })} hint={t("visit.check.askWords")} error={wrong} autoComplete="off" />
          <SubmitButton name="intent" value="code" variant="secondary" wide pendingLabel={t("common.sending")}>{t("visit.check.do")}</SubmitButton>
        </Form>
      ) : code.left === 0 ? <Notice tone="warn">{t("visit.check.locked", { telephone })}</Notice> : null}
    </section>
  );
}

/** Extras of this visit with their standing, and the way to propose one. */
export function ExtrasPart({ visit }: Props) {
  const t = useT();
  const locale = useLocale();
  const { extras, extra } = visit.door;
  if (extras.length === 0 && !extra.mayPropose) return null;
  const waits = extras.some(({ state }) => state === "proposed");
  return (
    <section className="grid gap-3" aria-labelledby="extras">
      <Heading level={2} size={3} id="extras">{t("visit.extras.title")}</Heading>
      <ExtraRows visit={visit} />
      {extra.mayPropose || waits ? <ButtonLink to={helperPath(locale, `visits/${visit.id}/extra`)} variant="secondary" icon={Plus} wide>{t("visit.added.propose")}</ButtonLink> : null}
    </section>
  );
}

const tones = { proposed: "info", accepted: "ok", refused: "warn", withdrawn: "plain", lapsed: "plain" } as const;

function ExtraRows({ visit }: Props) {
  const t = useT();
  const { extras } = visit.door;
  if (extras.length === 0) return null;
  return (
    <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">
      {extras.map(({ id, kind, words, amountMinor, netMinor, state, paidAt }) => (
        <li key={id} className="grid gap-1 px-4 py-3">
          <p className="flex justify-between gap-3"><span className="min-w-0 wrap-anywhere">{words || t("visit.extras.blurred")}</span><b className="flex-none tabular-nums">{formatMoney(amountMinor)}</b></p>
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted"><Badge tone={tones[state]}>{t(`visit.added.states.${state}`)}</Badge>{t(`visit.extras.kinds.${kind}`)}{state === "accepted" ? <span>{t(paidAt === null ? "visit.extras.unpaid" : "visit.extras.paid")}</span> : null}</p>
          {state === "proposed" || state === "accepted" ? <p className="text-sm tabular-nums">{t("visit.reported.net", { amount: formatMoney(netMinor) })}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** Somebody waits: for me, or I for them; and the way to say so. */
export function WaitingPart({ visit }: Props) {
  const t = useT();
  const locale = useLocale();
  const when = useWhen(visit.now);
  const { absence, mayWait, arrival } = visit.door;
  const to = helperPath(locale, `visits/${visit.id}/waiting`);
  if (absence?.state === "waiting") {
    const isMine = absence.absent === "customer";
    const time = when.time(absence.since);
    return <Notice tone="warn" icon={Clock} title={isMine ? t("visit.waiting.since", { time }) : t("visit.waiting.asked", { who: visit.customerName, time })} actions={<ButtonLink to={to} variant="secondary">{t("visit.waiting.title")}</ButtonLink>} />;
  }
  return mayWait && arrival.arrivedAt !== null ? <p><Link className="inline-flex min-h-11 items-center" to={to}>{t("visit.waiting.openHelper")}</Link></p> : null;
}


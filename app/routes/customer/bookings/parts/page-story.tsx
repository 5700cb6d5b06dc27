import { Link, useRevalidator } from "@remix-run/react";
import { CalendarPlus, CircleCheck, MessageCircle } from "#app/ui/icons.ts";
import { type ReactNode, useEffect } from "react";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { Remember } from "#app/routes/shared/remember.tsx";
import { useRoot } from "#app/root.tsx";
import { formatHours, formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { ButtonLink, Notice, Row, Stack, Timeline } from "#app/ui/index.ts";
import { Ladder } from "./ladder.tsx";
import { NextHelpers } from "./next-helpers.tsx";
import type { Next } from "./next.server.ts";
import { PaymentFacts } from "./payment-facts.tsx";
import type { RescueShown } from "./rescue.server.ts";
import type { Told } from "./story.server.ts";
import type { Head, View } from "./view.server.ts";

type Props = { head: Head; view: View; told: Told; next: Next | null; rescue: RescueShown | null };

/** What happened, what is now and what comes: the present step large, with one clear action. */
export function Story({ head, view, told, next, rescue }: Props) {
  const t = useT();
  const { label, stateWords, items } = told.timeline;
  const present = (
      <Stack gap={4}>
        {told.words.map((words) => <p key={words} className="max-w-[60ch]">{words}</p>)}
        {head.booking.follows === "redo" && !["cancelled", "declined", "lapsed"].includes(head.booking.state) ? <p className="max-w-[60ch]">{t("rescue.panel.redo")}</p> : null}
        <Present head={head} view={view} told={told} next={next} rescue={rescue} />
      </Stack>
  );
  return <Timeline label={label} stateWords={stateWords} items={items.map((item) => (item.state === "present" ? { ...item, children: present } : item))} />;
}

/** The one thing to do now, as wide as a phone. */
const Action = ({ children }: { children: ReactNode }) => <div className="grid sm:justify-items-start">{children}</div>;

function Present({ head, view, told, next, rescue }: Props) {
  const t = useT();
  const { booking } = head;
  const here = `/${head.locale}/bookings/${booking.id}`;
  switch (booking.state) {
    case "paying":
      return <Confirming />;
    case "requested":
      return told.ladder ? <Ladder ladder={told.ladder} here={here} /> : null;
    case "accepted":
      return <Action><ButtonLink to={`${here}/calendar.ics`} reloadDocument icon={CalendarPlus}>{t("booking.action.calendar")}</ButtonLink></Action>;
    case "underway":
    case "started":
    case "finished":
      return view.reads ? null : <Action><ButtonLink to="#messages" icon={MessageCircle} variant="secondary">{t("booking.action.write", { who: head.who })}</ButtonLink></Action>;
    case "reported":
      return (
        <>
          <Report view={view} head={head} />
          {view.reads ? null : <Action><ButtonLink to={`${here}/sign-off`} size="large" icon={CircleCheck}>{t("booking.action.signOff")}</ButtonLink></Action>}
          {view.reads ? null : rescue?.open ? <PutRight head={head} rescue={rescue} here={here} unsolved /> : rescue?.mayOpen ? <p><Link to={`${here}/rescue`} className="inline-flex min-h-11 items-center">{t("rescue.ask.open")}</Link></p> : null}
        </>
      );
    case "signed_off":
    case "closed":
      return <After head={head} view={view} told={told} rescue={rescue} here={here} />;
    default:
      if (rescue?.on) return <WentOn on={rescue.on} />;
      if (rescue?.backTo) return <FellThrough money={view.payment ? told.money : null} backTo={rescue.backTo} />;
      if (view.reads) return null;
      return next ? <Lost head={head} view={view} told={told} next={next} rescue={rescue} here={here} /> : (
        <>
          <PaymentFacts facts={told.money} />
          <Action><ButtonLink to={`${here}/again`} icon={CalendarPlus} variant="secondary">{t("booking.action.newTime")}</ButtonLink></Action>
        </>
      );
  }
}

/** The provider has not said yes yet: the page looks again by itself. */
function Confirming() {
  const t = useT();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, 3000);
    return () => clearInterval(timer);
  }, [revalidate]);
  return <p className="q-muted">{t("payment.confirming")}</p>;
}

function Report({ view, head }: { view: View; head: Head }) {
  const t = useT();
  if (!view.report) return null;
  const { hourlyMinor, workedMinutes, payableMinor, priceMinor } = head.booking;
  return (
    <div className="border-l-2 border-line pl-4">
      <p className="text-sm text-muted">{t("booking.report.by", { who: head.who })}</p>
      <p className="font-semibold">{t(`booking.report.${view.report.outcome}`)}</p>
      {hourlyMinor === null || workedMinutes === null ? null : <p>{t("booking.report.worked", { time: formatHours(workedMinutes), amount: formatMoney(payableMinor ?? priceMinor) })}</p>}
      {view.report.words ? <p className="whitespace-pre-line">{view.report.words}</p> : null}
    </div>
  );
}

function After({ head, view, told: { unsolved }, rescue, here }: { head: Head; view: View; told: Told; rescue: RescueShown | null; here: string }) {
  const t = useT();
  const { outcome } = view;
  const askStill = view.stillAsked && !outcome?.stillAt;
  return (
    <>
      {outcome?.answeredAt ? <p>{t("booking.after.answered", { solved: t(`booking.voice.${outcome.solved ?? "unknown"}`), right: t(`booking.voice.${outcome.right ?? "unknown"}`) })}</p> : null}
      <Report view={view} head={head} />
      {rescue?.on ? <WentOn on={rescue.on} /> : rescue && (rescue.open || rescue.mayOpen) ? <PutRight head={head} rescue={rescue} here={here} unsolved={unsolved} /> : null}
      {view.reads || rescue?.open ? null : askStill ? <Action><ButtonLink to={`${here}/still`} icon={CircleCheck}>{t("booking.action.still")}</ButtonLink></Action> : outcome?.answeredAt && view.review ? null : (
        <Action><ButtonLink to={`${here}/sign-off`} icon={CircleCheck} variant={outcome?.answeredAt ? "secondary" : "primary"}>{t(outcome?.answeredAt ? "booking.action.review" : "booking.action.signOff")}</ButtonLink></Action>
      )}
      {view.reads ? null : (
        <Row gap={3}>
          <ButtonLink to={`${here}/again`} variant="secondary" icon={CalendarPlus}>{t("together.remember.again")}</ButtonLink>
          {view.remember ? <Remember helperId={view.remember.helperId} service={view.remember.service} name={head.who} isIn={view.remember.isIn} back={here} /> : null}
        </Row>
      )}
    </>
  );
}

/** The story goes on with another visit, which has the next step. */
function WentOn({ on: { words, href } }: { on: NonNullable<RescueShown["on"]> }) {
  const t = useT();
  return (
    <>
      <p className="max-w-[60ch]">{words}</p>
      {href ? <Action><ButtonLink to={href} reloadDocument={href.includes("?key=")}>{t("rescue.on.open")}</ButtonLink></Action> : null}
    </>
  );
}

/** It is not solved, or not any more: the way to have it put right, or to go on with that. */
function PutRight({ head, rescue, here, unsolved }: { head: Head; rescue: RescueShown; here: string; unsolved: boolean }) {
  const t = useT();
  const when = useWhen(head.now);
  const { open, until } = rescue;
  return open ? (
    <Notice tone="warn" title={t("rescue.panel.openTitle")} actions={<ButtonLink to={`${here}/rescue`}>{t("rescue.panel.openDo")}</ButtonLink>}>
      {t("rescue.panel.openWords", { date: when.date(open.lapsesAt ?? head.now) })}
    </Notice>
  ) : (
    <Notice tone={unsolved ? "warn" : "info"} title={t("rescue.panel.title", { date: when.date(until ?? head.now) })} actions={<ButtonLink to={`${here}/rescue`} variant={unsolved ? "primary" : "secondary"} size={unsolved ? "normal" : "small"}>{t("rescue.ask.open")}</ButtonLink>}>
      {t("rescue.panel.words")}
    </Notice>
  );
}

/** A visit that was to make another good does not take place: the story goes on where it began. */
function FellThrough({ money, backTo }: { money: readonly string[] | null; backTo: string }) {
  const t = useT();
  return (
    <>
      <p className="max-w-[60ch]">{t("rescue.panel.fellThrough")}</p>
      {money ? <PaymentFacts facts={money} /> : null}
      <Action><ButtonLink to={backTo} reloadDocument size="large" icon={CalendarPlus}>{t("rescue.panel.openDo")}</ButtonLink></Action>
    </>
  );
}

/** The money comes back, and somebody else is one tap away, at the price agreed where the helper fell out. */
function Lost({ head, view, told, next, rescue, here }: Props & { next: Next; here: string }) {
  const t = useT();
  const brand = useRoot()?.brand.name ?? "";
  const agreed = rescue?.open != null;
  return (
    <Stack gap={6}>
      {head.booking.state === "abandoned" && !view.payment ? null : <Notice tone="ok" title={t("payment.backTitle")}>{told.money.map((fact) => <p key={fact}>{fact}</p>)}</Notice>}
      {agreed ? <p className="font-semibold">{t("rescue.panel.frozen", { brand })}</p> : null}
      <NextHelpers next={next} now={head.now} action={`${here}/${agreed ? "rescue" : "again"}`} agreed={agreed} />
    </Stack>
  );
}

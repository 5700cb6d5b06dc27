import { useRevalidator } from "@remix-run/react";
import { CalendarPlus, CircleCheck, MessageCircle, Phone } from "#app/ui/icons.ts";
import { type ReactNode, useEffect } from "react";
import { PaymentFacts, usePaymentFacts } from "#app/routes/shared/booking/payment.tsx";
import { BookingTimeline } from "#app/routes/shared/booking/timeline.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useRoot } from "#app/root.tsx";
import { useT } from "#app/texts/use.ts";
import { ButtonLink, Icon, Notice, Stack } from "#app/ui/index.ts";
import { Ladder } from "./ladder.tsx";
import { NextHelpers } from "./next-helpers.tsx";
import type { Next } from "./next.server.ts";
import { isUnsolved, useNow } from "./page-words.ts";
import type { Head, View } from "./view.server.ts";

/** `others` is what became of asking others at once, where that was just tried. */
type Props = { head: Head; view: View; next: Next | null; others: string | null };

/** What happened, what is now and what comes: the present step large, with one clear action. */
export function Story({ head, view, next, others }: Props) {
  const now = useNow(head, view);
  return (
    <BookingTimeline booking={head.booking} who={head.who} now={head.now} presentTitle={now.title} stopped={now.stopped}>
      <Stack gap={4}>
        {now.words.map((words) => <p key={words} className="max-w-[60ch]">{words}</p>)}
        <Present head={head} view={view} next={next} others={others} />
      </Stack>
    </BookingTimeline>
  );
}

/** The one thing to do now, as wide as a phone. */
const Action = ({ children }: { children: ReactNode }) => <div className="grid sm:justify-items-start">{children}</div>;

function Present({ head, view, next, others }: Props) {
  const t = useT();
  const { booking } = head;
  const here = `/${head.locale}/bookings/${booking.id}`;
  switch (booking.state) {
    case "paying":
      return <Confirming />;
    case "requested":
      return view.ladder && !view.hasTimes ? <Ladder head={head} ladder={view.ladder} refusal={others !== null && others !== "asked" ? others : null} /> : null;
    case "accepted":
      return <Action><ButtonLink to={`${here}/calendar.ics`} reloadDocument icon={CalendarPlus}>{t("booking.action.calendar")}</ButtonLink></Action>;
    case "underway":
    case "started":
    case "finished":
      return <Action><ButtonLink to="#messages" icon={MessageCircle} variant="secondary">{t("booking.action.write", { who: head.who })}</ButtonLink></Action>;
    case "reported":
      return (
        <>
          <Report view={view} who={head.who} />
          <Action><ButtonLink to={`${here}/sign-off`} size="large" icon={CircleCheck}>{t("booking.action.signOff")}</ButtonLink></Action>
        </>
      );
    case "signed_off":
    case "closed":
      return <After head={head} view={view} here={here} />;
    default:
      return next ? <Lost head={head} view={view} next={next} here={here} /> : (
        <>
          <PaymentFacts booking={booking} payment={view.payment} now={head.now} />
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

function Report({ view, who }: { view: View; who: string }) {
  const t = useT();
  if (!view.report) return null;
  return (
    <div className="border-l-2 border-line pl-4">
      <p className="text-sm text-muted">{t("booking.report.by", { who })}</p>
      <p className="font-semibold">{t(`booking.report.${view.report.outcome}`)}</p>
      {view.report.words ? <p className="whitespace-pre-line">{view.report.words}</p> : null}
    </div>
  );
}

function After({ head, view, here }: { head: Head; view: View; here: string }) {
  const t = useT();
  const when = useWhen(head.now);
  const telephone = useRoot()?.brand.telephone ?? "";
  const { outcome } = view;
  const askStill = view.stillAsked && !outcome?.stillAt;
  const unsolved = isUnsolved(outcome);
  return (
    <>
      {outcome?.answeredAt ? <p>{t("booking.after.answered", { solved: t(`booking.voice.${outcome.solved ?? "unknown"}`), right: t(`booking.voice.${outcome.right ?? "unknown"}`) })}</p> : null}
      <Report view={view} who={head.who} />
      {view.redoUntil !== null && view.redoUntil > head.now ? (
        <Notice tone={unsolved ? "warn" : "info"} title={t(unsolved ? "booking.after.unsolvedTitle" : "booking.after.redoTitle", { day: when.date(view.redoUntil) })}
          actions={<a className={`q-button ${unsolved ? "q-primary" : "q-secondary q-small"}`} href={`tel:${telephone.replace(/[^+\d]/g, "")}`}><Icon icon={Phone} /><span>{t("booking.action.call", { telephone })}</span></a>}
        >
          {t("booking.after.redoWords", { who: head.who, reference: head.booking.reference })}
        </Notice>
      ) : null}
      {askStill ? <Action><ButtonLink to={`${here}/still`} icon={CircleCheck}>{t("booking.action.still")}</ButtonLink></Action> : outcome?.answeredAt && view.review ? null : (
        <Action><ButtonLink to={`${here}/sign-off`} icon={CircleCheck} variant={outcome?.answeredAt ? "secondary" : "primary"}>{t(outcome?.answeredAt ? "booking.action.review" : "booking.action.signOff")}</ButtonLink></Action>
      )}
    </>
  );
}

/** The money comes back, and somebody else is one tap away. */
function Lost({ head, view, next, here }: Omit<Props, "others"> & { next: Next; here: string }) {
  const facts = usePaymentFacts({ booking: head.booking, payment: view.payment, now: head.now });
  const t = useT();
  return (
    <Stack gap={6}>
      {head.booking.state === "abandoned" && !view.payment ? null : <Notice tone="ok" title={t("payment.backTitle")}>{facts.map((fact) => <p key={fact}>{fact}</p>)}</Notice>}
      <NextHelpers next={next} now={head.now} action={`${here}/again`} />
    </Stack>
  );
}

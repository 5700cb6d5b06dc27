import { Form } from "@remix-run/react";
import { Mail } from "#app/ui/icons.ts";
import { useRoot } from "#app/root.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { problemAt, problemsOf } from "#app/routes/shared/problems.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Checkbox, ErrorSummary, Heading, Lead, Row, Stack, SubmitButton } from "#app/ui/index.ts";
import type { CallerState } from "../caller.tsx";
import type { CallerView } from "./caller.server.ts";
import { useRefusal } from "./caller-form.tsx";

/** A name or a sentence that ends with a full stop needs no second one. */
const oneStop = (words: string): string => words.replace(/([.?!])\./g, "$1");

/** The sentences that the caller hears before anything is booked, in the order of importance. */
function useSentences({ booking, service, who, values, answers, isElsewhere, mayBeReplaced, rule, mode, checkoutMinutes, cover, now }: CallerView): string[] {
  const t = useT();
  const when = useWhen(now);
  const brand = useRoot()?.brand.name ?? "";
  const v = (name: string) => String(values[name] ?? "");
  const concern = [v("concern"), ...answers.map(({ question, answer }) => `${question} ${answer}`)].map((said) => said.trim()).filter(Boolean).map((said) => (/[.?!]$/.test(said) ? said : `${said}.`)).join(" ");
  const most = formatMoney(Math.max(rule.lateMinor ?? 0, rule.veryLateMinor));
  const sentences = [
    t("staffBookings.book.read.noted", { service: service.name, day: when.day(booking.startsAt), time: when.time(booking.startsAt) }),
    isElsewhere ? t("staffBookings.book.read.whoOther", { who, visited: v("visitedName") }) : t("staffBookings.book.read.who", { who }),
    t("staffBookings.book.read.where", { street: v("street"), postcode: booking.postcode, locality: booking.locality }),
    ...(isElsewhere ? [t("staffBookings.book.read.visited", { name: v("visitedName"), telephone: v("visitedTelephone") })] : []),
    ...(concern ? [t("staffBookings.book.read.concern", { concern })] : []),
    ...(mayBeReplaced ? [t(v("substitution") === "same_time" ? "staffBookings.book.read.sameTime" : "staffBookings.book.read.askFirst", { who })] : []),
    t("staffBookings.book.read.contact", { name: v("name"), mobile: v("mobile"), email: v("email") }),
    t("staffBookings.book.read.price", { price: formatMoney(booking.priceMinor) }),
    t(booking.contract === "helper" ? "staffBookings.book.read.contractHelper" : "staffBookings.book.read.contractCompany", { who, brand }),
    t("staffBookings.book.read.payment", { minutes: checkoutMinutes }),
    t(mode === "reserve" ? "staffBookings.book.read.reserve" : "staffBookings.book.read.debit"),
    rule.freeUntil === null ? t("staffBookings.book.read.cancelSoon", { minutes: rule.graceMinutes, amount: most }) : t("staffBookings.book.read.cancel", { time: when.at(rule.freeUntil), amount: most }),
    t("staffBookings.book.read.cover", { cover }),
  ];
  return sentences.map(oneStop);
}

/** Read aloud, agreed, booked: the caller hears what a customer would read before the click. */
export function ReadOut({ view, state }: { view: CallerView; state?: CallerState }) {
  const [t, locale] = [useT(), useLocale()];
  const when = useWhen(view.now);
  const sentences = useSentences(view);
  const { id, holdUntil } = view.booking;
  return (
    <Stack gap={6} className="max-w-[46rem]">
      <div>
        <Heading level={2}>{t("staffBookings.book.read.title")}</Heading>
        <Lead className="mt-1">{t("staffBookings.book.read.lead")}{holdUntil === null ? "" : ` ${t("staffBookings.book.form.held", { time: when.at(holdUntil) })}.`}</Lead>
      </div>
      <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t, useRefusal(state?.refusal))} />
      <blockquote className="grid gap-3 border-l-4 border-accent pl-5 text-lg wrap-anywhere">{sentences.map((words) => <p key={words}>{words}</p>)}</blockquote>
      <Form method="post">
        <Stack gap={6}>
          <Checkbox name="consent" label={t("staffBookings.book.read.consent")} hint={t("staffBookings.book.read.consentHint", { who: view.who })} error={problemAt(state, t, "consent")} />
          <Row gap={3}>
            <SubmitButton name="intent" value="submit" icon={Mail} pendingLabel={t("common.sending")}>{t("staffBookings.book.read.submit")}</SubmitButton>
            <ButtonLink to={`/${locale}/staff/book/${id}`} variant="secondary">{t("staffBookings.book.read.back")}</ButtonLink>
          </Row>
        </Stack>
      </Form>
    </Stack>
  );
}

import { Form } from "@remix-run/react";
import { Check, Users } from "#app/ui/icons.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useT } from "#app/texts/use.ts";
import { ButtonLink, cx, Heading, Icon, Muted, Notice, Row, SubmitButton } from "#app/ui/index.ts";
import type { Head, LadderView } from "./view.server.ts";

type Step = { key: string; state: "done" | "now" | "then"; title: string; words: string | null };

/** The steps of a request from the chosen helper down to the money, in order; what the customer did not wish is left open. */
function useSteps(ladder: LadderView, head: Head): Step[] {
  const t = useT();
  const when = useWhen(head.now);
  const { first, asked, until, nextWaveAt, substitution, goesOn, shared, waves } = ladder;
  const answerBy = head.booking.answerBy;
  const others = asked > 0 && until !== null ? [t("dispatch.ladder.othersNow", { count: asked, time: when.at(until) }), goesOn ? t("dispatch.ladder.more") : t("dispatch.ladder.othersOver")].join(" ")
    : nextWaveAt !== null ? t("dispatch.ladder.othersWait", { time: when.at(nextWaveAt) })
    : substitution === "ask" ? t("dispatch.ladder.othersNot") : goesOn ? t("dispatch.ladder.othersThen", { count: waves }) : t("dispatch.ladder.othersOver");
  const isOpen = !shared || first?.state === "open";
  return [
    ...(first ? [{ key: "first", state: isOpen ? "now" : "done", title: t(`dispatch.first.${first.state}`, { name: first.name }), words: !shared && answerBy !== null ? t("dispatch.ladder.until", { time: when.at(answerBy) }) : null } satisfies Step] : []),
    { key: "others", state: shared ? "now" : "then", title: t("dispatch.ladder.others"), words: others },
    { key: "professional", state: "then", title: t("dispatch.ladder.professional"), words: t("dispatch.ladder.professionalWords") },
    { key: "money", state: "then", title: t("dispatch.ladder.money"), words: t("dispatch.ladder.moneyWords") },
  ];
}

/** Where a request stands and what comes next if need be; each step can be left, and nobody has to wait for one helper. */
export function Ladder({ head, ladder, refusal }: { head: Head; ladder: LadderView; refusal: string | null }) {
  const t = useT();
  const steps = useSteps(ladder, head);
  const here = `/${head.locale}/bookings/${head.booking.id}`;
  const refusals = ["nobody-free", "too-late", "already-open"] as const;
  const known = refusals.find((one) => one === refusal);
  const first = ladder.first?.name ?? "";
  return (
    <section aria-labelledby="ladder" className="grid max-w-[60ch] gap-4">
      {refusal ? <Notice tone="warn" role="alert">{t(`dispatch.ladder.refused.${known ?? "other"}`, { first })}</Notice> : null}
      <Heading level={2} size={4} id="ladder">{t("dispatch.ladder.title")}</Heading>
      <ol className="grid">
        {steps.map(({ key, state, title, words }, i) => (
          <li key={key} aria-current={state === "now" ? "step" : undefined} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 border-t border-line py-3">
            <span aria-hidden="true" className={cx("inline-flex size-7 items-center justify-center rounded-full text-sm font-semibold tabular-nums", state === "now" ? "bg-accent text-accent-ink" : "bg-sunken text-muted")}>{state === "done" ? <Icon icon={Check} size={16} /> : i + 1}</span>
            <div>
              <p className={state === "now" ? "font-semibold" : undefined}><span className="q-hidden">{t(state === "done" ? "dispatch.ladder.isDone" : state === "now" ? "dispatch.ladder.isNow" : "dispatch.ladder.isThen")}: </span>{title}</p>
              {words ? <Muted>{words}</Muted> : null}
            </div>
          </li>
        ))}
      </ol>
      {ladder.mayAskNow ? (
        <Form method="post" action={`${here}/others`} className="grid justify-items-start gap-2">
          <SubmitButton variant="secondary" icon={Users} pendingLabel={t("common.sending")}>{t("dispatch.ladder.askNow")}</SubmitButton>
          <Muted>{t("dispatch.ladder.askNowHint", { first })}</Muted>
        </Form>
      ) : null}
      {ladder.shared ? <Row><ButtonLink to={`${here}/cancel`} variant="secondary">{t("dispatch.ladder.stop")}</ButtonLink></Row> : null}
    </section>
  );
}

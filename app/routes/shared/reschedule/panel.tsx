import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { Card, Heading, Notice, Stack, SubmitButton } from "#app/ui/index.ts";
import { timesRefusal } from "./refusal.ts";
import type { TimesView } from "./times.server.ts";

type Props = {
  view: TimesView;
  /** Where an answer goes. */
  answerTo: string;
  /** Where other times are proposed; the link is shown where the reader may. */
  proposeTo: string;
  refusal?: string | null | undefined;
};

/** Other times that are proposed, above everything else: the times as buttons, and none of them; or that one's own wait for an answer. */
export function TimesPanel({ view, answerTo, proposeTo, refusal = null }: Props) {
  const t = useT();
  const { open, last, done } = view;
  return (
    <Stack gap={4}>
      {refusal ? <Notice tone="warn" role="alert">{timesRefusal(refusal, t)}</Notice> : null}
      {done && (done !== "refused" || last) ? <Notice tone="ok" role="status">{t(`reschedule.done.${done}`)}</Notice> : null}
      {open ? open.mayAnswer ? <Asked {...{ view, answerTo, proposeTo }} open={open} /> : <Waiting {...{ view, answerTo }} open={open} /> : null}
      {!open && !done && last && last.state !== "withdrawn" ? <Notice tone="info">{t(`reschedule.last.${last.state}`)}</Notice> : null}
    </Stack>
  );
}

/** Does the panel say something? */
export const hasTimes = ({ open, last, done }: Pick<TimesView, "open" | "last" | "done">): boolean => open !== null || done !== null || (last !== null && last.state !== "withdrawn");

type Open = NonNullable<TimesView["open"]>;

const Frame = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <Card as="section" className="border-accent"><Stack gap={4}><Heading level={2} size={3}>{title}</Heading>{children}</Stack></Card>
);

function Asked({ view, open, answerTo, proposeTo }: { view: TimesView; open: Open; answerTo: string; proposeTo: string }) {
  const t = useT();
  const when = useWhen(view.now);
  const { who, part, priceMinor } = view;
  const until = when.at(open.answerBy);
  const isStaff = part === "staff";
  const title = isStaff || open.by === "staff" ? t("reschedule.open.titleStaff") : t(open.isRequest ? "reschedule.open.titleOffer" : "reschedule.open.title", { who });
  const words = isStaff ? t(open.asks === "customer" ? "reschedule.open.staffCustomer" : "reschedule.open.staffHelper", { who, time: until }) : t(open.isRequest ? "reschedule.open.wordsOffer" : "reschedule.open.words", { time: until });
  const mayCounter = !open.isRequest && !isStaff && view.may[open.asks] === null;
  return (
    <Frame title={title}>
      <p>{words}</p>
      <Form method="post" action={answerTo} className="grid gap-3">
        <input type="hidden" name="proposal" value={open.id} />
        {open.times.some(({ free }) => free) ? null : <p className="font-semibold">{t("reschedule.open.allGone")}</p>}
        {open.times.map(({ at, free, captures, freeUntil }) => (
          <div key={at} className="grid gap-1">
            {free ? <SubmitButton name="slot" value={String(at)} size="large" wide pendingLabel={t("common.sending")}>{t("reschedule.open.take", { time: when.at(at) })}</SubmitButton> : <p className="text-muted"><s>{when.at(at)}</s> {t("reschedule.open.gone")}</p>}
            {free && captures ? <p className="text-sm">{t("reschedule.open.debits", { amount: formatMoney(priceMinor) })}</p> : null}
            {free && part !== "helper" ? <p className="q-muted">{freeUntil === null ? t("reschedule.open.costs") : t("reschedule.open.freeUntil", { time: when.at(freeUntil) })}</p> : null}
          </div>
        ))}
        <SubmitButton name="intent" value="refuse" variant="secondary" size="large" wide pendingLabel={t("common.sending")}>{t(open.isRequest ? "reschedule.open.noneOffer" : "reschedule.open.none")}</SubmitButton>
      </Form>
      {mayCounter ? <p><Link to={proposeTo} className="inline-flex min-h-11 items-center">{t("reschedule.open.counter")}</Link></p> : null}
    </Frame>
  );
}

/** What waits is said by who really made it: a reader's own proposal, somebody else's of the same side, or the company's. */
function Waiting({ view, open, answerTo }: { view: TimesView; open: Open; answerTo: string }) {
  const t = useT();
  const when = useWhen(view.now);
  const { who, part, customer } = view;
  const { maker, by, asks } = open;
  const time = when.at(open.answerBy);
  const isStaff = part === "staff";
  const words = isStaff ? t(asks === "customer" ? "reschedule.open.staffCustomer" : "reschedule.open.staffHelper", { who, time }) : t("reschedule.open.mineWords", { who: asks === "customer" && part !== "helper" ? customer : who, time });
  const title = isStaff || by === "staff" ? t("reschedule.open.titleStaff") : maker.isReader ? t("reschedule.open.mine") : t("reschedule.open.title", { who: maker.name ?? who });
  return (
    <Frame title={title}>
      <p>{words}</p>
      <ul className="grid list-disc gap-1 pl-5">{open.times.map(({ at, free }) => <li key={at}>{when.at(at)}{free ? null : ` (${t("reschedule.open.gone")})`}</li>)}</ul>
      {open.mayWithdraw ? (
        <Form method="post" action={answerTo}>
          <input type="hidden" name="proposal" value={open.id} />
          <SubmitButton name="intent" value="withdraw" variant="secondary" pendingLabel={t("common.sending")}>{t("reschedule.open.withdraw")}</SubmitButton>
        </Form>
      ) : null}
    </Frame>
  );
}

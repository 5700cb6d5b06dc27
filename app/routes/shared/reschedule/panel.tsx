import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/texts/use.ts";
import { Card, Heading, Notice, Stack, SubmitButton } from "#app/ui/index.ts";
import type { TimesTold } from "./told.server.ts";

type Props = {
  told: TimesTold | null;
  /** Where an answer goes. */
  answerTo: string;
  /** Where other times are proposed; the link is shown where the reader may. */
  proposeTo: string;
  /** Why the answer was not possible, in words. */
  refusal?: string | null | undefined;
};

/** Other times that are proposed, above everything else: the times as buttons, and none of them; or that one's own wait for an answer. */
export function TimesPanel({ told, answerTo, proposeTo, refusal = null }: Props) {
  const open = told?.open;
  return (
    <Stack gap={4}>
      {refusal ? <Notice tone="warn" role="alert">{refusal}</Notice> : null}
      {told?.done ? <Notice tone="ok" role="status">{told.done}</Notice> : null}
      {open?.answers ? <Asked open={open} answerTo={answerTo} proposeTo={proposeTo} /> : open ? <Waiting open={open} answerTo={answerTo} /> : null}
      {told?.last ? <Notice tone="info">{told.last}</Notice> : null}
    </Stack>
  );
}

type Open = NonNullable<TimesTold["open"]>;

const Frame = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <Card as="section" className="border-accent"><Stack gap={4}><Heading level={2} size={3}>{title}</Heading>{children}</Stack></Card>
);

function Asked({ open: { id, title, words, allGone, times, none, counter }, answerTo, proposeTo }: { open: Extract<Open, { answers: true }>; answerTo: string; proposeTo: string }) {
  const pending = useT()("common.sending");
  return (
    <Frame title={title}>
      <p>{words}</p>
      <Form method="post" action={answerTo} className="grid gap-3">
        <input type="hidden" name="proposal" value={id} />
        {allGone ? <p className="font-semibold">{allGone}</p> : null}
        {times.map(({ at, free, words: time, gone, debits, costs }) => (
          <div key={at} className="grid gap-1">
            {free ? <SubmitButton name="slot" value={String(at)} size="large" wide pendingLabel={pending}>{time}</SubmitButton> : <p className="text-muted"><s>{time}</s> {gone}</p>}
            {debits ? <p className="text-sm">{debits}</p> : null}
            {costs ? <p className="q-muted">{costs}</p> : null}
          </div>
        ))}
        <SubmitButton name="intent" value="refuse" variant="secondary" size="large" wide pendingLabel={pending}>{none}</SubmitButton>
      </Form>
      {counter ? <p><Link to={proposeTo} className="inline-flex min-h-11 items-center">{counter}</Link></p> : null}
    </Frame>
  );
}

function Waiting({ open: { id, title, words, times, withdraw }, answerTo }: { open: Extract<Open, { answers: false }>; answerTo: string }) {
  const t = useT();
  return (
    <Frame title={title}>
      <p>{words}</p>
      <ul className="grid list-disc gap-1 pl-5">{times.map(({ at, words: time }) => <li key={at}>{time}</li>)}</ul>
      {withdraw ? (
        <Form method="post" action={answerTo}>
          <input type="hidden" name="proposal" value={id} />
          <SubmitButton name="intent" value="withdraw" variant="secondary" pendingLabel={t("common.sending")}>{withdraw}</SubmitButton>
        </Form>
      ) : null}
    </Frame>
  );
}

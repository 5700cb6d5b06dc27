import { Form } from "@remix-run/react";
import { Check, Users } from "#app/ui/icons.ts";
import { useT } from "#app/texts/use.ts";
import { ButtonLink, cx, Heading, Icon, Muted, Notice, Row, SubmitButton } from "#app/ui/index.ts";
import type { LadderShown } from "./ladder.server.ts";

/** Where a request stands and what comes next if need be; each step can be left, and nobody has to wait for one helper. */
export function Ladder({ ladder: { title, refusal, steps, askNow, stop }, here }: { ladder: LadderShown; here: string }) {
  const t = useT();
  return (
    <section aria-labelledby="ladder" className="grid max-w-[60ch] gap-4">
      {refusal ? <Notice tone="warn" role="alert">{refusal}</Notice> : null}
      <Heading level={2} size={4} id="ladder">{title}</Heading>
      <ol className="grid">
        {steps.map(({ key, state, said, title, words }, i) => (
          <li key={key} aria-current={state === "now" ? "step" : undefined} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 border-t border-line py-3">
            <span aria-hidden="true" className={cx("inline-flex size-7 items-center justify-center rounded-full text-sm font-semibold tabular-nums", state === "now" ? "bg-accent text-accent-ink" : "bg-sunken text-muted")}>{state === "done" ? <Icon icon={Check} size={16} /> : i + 1}</span>
            <div>
              <p className={state === "now" ? "font-semibold" : undefined}><span className="q-hidden">{said} </span>{title}</p>
              {words ? <Muted>{words}</Muted> : null}
            </div>
          </li>
        ))}
      </ol>
      {askNow ? (
        <Form method="post" action={`${here}/others`} className="grid justify-items-start gap-2">
          <SubmitButton variant="secondary" icon={Users} pendingLabel={t("common.sending")}>{askNow.words}</SubmitButton>
          <Muted>{askNow.hint}</Muted>
        </Form>
      ) : null}
      {stop ? <Row><ButtonLink to={`${here}/cancel`} variant="secondary">{stop}</ButtonLink></Row> : null}
    </section>
  );
}

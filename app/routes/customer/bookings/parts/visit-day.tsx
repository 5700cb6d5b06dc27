import { Form, Link, useSearchParams } from "@remix-run/react";
import { CircleCheck, Clock } from "#app/ui/icons.ts";
import type { VisitShown } from "#app/domain/visit/visit.queries.server.ts";
import { useFresh } from "#app/routes/shared/visit/fresh.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useT } from "#app/texts/use.ts";
import { ButtonLink, Card, Heading, Notice, Stack, SubmitButton } from "#app/ui/index.ts";
import { ExtrasNow } from "./extras-panel.tsx";
import type { Head } from "./view.server.ts";

type Props = { head: Head; visit: VisitShown };

const atTheDoor = ["underway", "started"];

/** What is asked of the customer around the visit, above everything else; the page looks again by itself while somebody is under way or at work. */
export function VisitDay({ head, visit }: Props) {
  const t = useT();
  const { who, booking } = head;
  const here = `/${head.locale}/bookings/${booking.id}`;
  const done = useSearchParams()[0].get("done");
  useFresh(atTheDoor.includes(booking.state) || visit.absence?.state === "waiting");
  const said = done === "confirmed" ? t("visit.confirm.done") : done === "agreed" ? t("visit.extras.agreed", { who }) : done === "declined" ? t("visit.extras.declined") : done === "extraPaid" ? t("visit.extras.thanks") : done === "over" ? t("visit.waiting.over") : null;
  return (
    <>
      {said ? <Notice tone="ok" role="status">{said}</Notice> : null}
      <Waits head={head} visit={visit} to={`${here}/waiting`} />
      {visit.confirm.may ? <Confirm head={head} to={`${here}/confirm`} /> : null}
      <ExtrasNow visit={visit} who={who} to={`${here}/extras`} />
    </>
  );
}

function Confirm({ head, to }: { head: Head; to: string }) {
  const t = useT();
  const when = useWhen(head.now);
  return (
    <Card as="section" className="border-accent">
      <Stack gap={4}>
        <Heading level={2} size={3}>{t("visit.confirm.title")}</Heading>
        <p>{t("visit.confirm.forCustomer", { who: head.who, time: when.on(head.booking.startsAt) })}</p>
        <Form method="post" action={to}><SubmitButton size="large" wide icon={CircleCheck} pendingLabel={t("common.sending")}>{t("visit.confirm.do")}</SubmitButton></Form>
      </Stack>
    </Card>
  );
}

function Waits({ head, visit: { absence, mayWait }, to }: Props & { to: string }) {
  const t = useT();
  const when = useWhen(head.now);
  if (absence?.state === "waiting") {
    const time = when.time(absence.since);
    return <Notice tone="warn" icon={Clock} title={absence.absent === "customer" ? t("visit.waiting.asked", { who: head.who, time }) : t("visit.waiting.since", { time })} actions={<ButtonLink to={to} variant={absence.absent === "customer" ? "primary" : "secondary"}>{t(absence.absent === "customer" ? "visit.waiting.here" : "visit.waiting.title")}</ButtonLink>} />;
  }
  return mayWait ? <p><Link className="inline-flex min-h-11 items-center" to={to}>{t("visit.waiting.openCustomer", { who: head.who })}</Link></p> : null;
}

/** Both codes of the door: mine to say, theirs to ask for. */
export function DoorCodes({ head, visit: { codes } }: Props) {
  const t = useT();
  if (!codes?.customer || !codes.helper) return null;
  const code = (label: string, value: string, words: string) => <div><dt className="text-sm text-muted">{label}</dt><dd><b className="text-2xl tabular-nums tracking-widest">{value}</b><p className="text-sm">{words}</p></dd></div>;
  return (
    <section aria-labelledby="codes">
      <Heading level={2} size={3} id="codes" className="mb-2">{t("visit.codes.title")}</Heading>
      <dl className="grid gap-3">
        {code(t("visit.codes.theirs", { who: head.who }), codes.helper, t("visit.codes.theirsWords"))}
        {code(t("visit.codes.mine"), codes.customer, t("visit.codes.mineCustomer"))}
      </dl>
    </section>
  );
}

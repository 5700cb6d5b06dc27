import { useWhen } from "#app/routes/shared/booking/when.ts";
import { paidWords } from "#app/routes/shared/visit/paid-words.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { DefinitionList, Muted } from "#app/ui/index.ts";
import type { StaffView } from "./view.server.ts";
import { Part } from "./visit.tsx";

/** Confirmations, arrival, codes, extras and waiting of one visit. */
export function Around({ view: { around, now } }: { view: StaffView }) {
  const t = useT();
  const when = useWhen(now);
  if (!around) return null;
  const { confirm, arrival, code, codes, extras, absence, hasHelper } = around;
  const said = (at: number | null) => (at === null ? t("staffBookings.around.open") : when.at(at));
  const window = arrival.fromAt !== null && arrival.untilAt !== null ? t("staffBookings.around.window", { from: when.time(arrival.fromAt), until: when.time(arrival.untilAt) }) : null;
  const items = [
    { term: t("staffBookings.around.confirmed"), value: <>{t("staffBookings.around.customer")}: {said(confirm.customerAt)}{hasHelper ? <><br />{t("staffBookings.around.helper")}: {said(confirm.helperAt)}</> : null}</> },
    ...(window || arrival.arrivedAt !== null ? [{ term: t("staffBookings.around.arrival"), value: [window, arrival.arrivedAt === null ? null : t("staffBookings.around.arrived", { time: when.time(arrival.arrivedAt) })].filter(Boolean).join(", ") }] : []),
    { term: t("staffBookings.around.code"), value: code.matchedAt !== null ? t("staffBookings.around.checked", { time: when.at(code.matchedAt) }) : t(code.left === 0 ? "staffBookings.around.locked" : "staffBookings.around.unchecked") },
    ...(codes?.customer && codes.helper ? [{ term: t("staffBookings.around.codes"), value: <span className="tabular-nums">{t("staffBookings.around.codesOf", { customer: codes.customer, helper: codes.helper })}<br />{t("staffBookings.around.consent", { codes: codes.consent.join(", ") })}</span> }] : []),
    ...(extras.length ? [{ term: t("staffBookings.around.extras"), value: <ul className="grid gap-1">{extras.map((each) => <Extra key={each.id} extra={each} />)}</ul> }] : []),
    ...(absence ? [{ term: t("staffBookings.around.waiting"), value: <>{t(`staffBookings.around.waits.${absence.absent}`, { time: when.at(absence.since), calls: absence.calls.length })}{absence.state === "waiting" ? null : <Muted>{t("staffBookings.around.wasWaiting")}</Muted>}</> }] : []),
  ];
  return <Part id="around" title={t("staffBookings.around.title")}><DefinitionList items={items} /></Part>;
}

function Extra({ extra: { words, kind, amountMinor, state, paidAt, refundedMinor } }: { extra: NonNullable<StaffView["around"]>["extras"][number] }) {
  const t = useT();
  const standing = [t(`staffBookings.around.kinds.${kind}`), t(`staffBookings.around.states.${state}`), ...(state === "accepted" ? [paidWords({ paidAt, refundedMinor }, t)] : [])];
  return <li className="wrap-anywhere">{words || t("staffBookings.around.blurred")}, {formatMoney(amountMinor)} <Muted as="span">{standing.join(", ")}</Muted></li>;
}

import { Form, Link } from "@remix-run/react";
import type { RescueWay } from "#app/domain/rescue/rescue.ts";
import { useRoot } from "#app/root.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { cx, Disclosure, Heading, RadioCards, StickyAction, SubmitButton } from "#app/ui/index.ts";
import type { RescueTimes } from "./rescue.server.ts";

/** What each way is called, and what it means for who pays. */
export function useWays(who: string) {
  const t = useT();
  const brand = useRoot()?.brand.name ?? "";
  return (way: RescueWay) => ({ label: t(`rescue.way.${way}`, { who, brand }), words: t(`rescue.way.${way}Words`, { brand }) });
}

/** The ways that are open, as links: which one is shown stands in the address. */
export function WayLinks({ ways, way, who, here }: { ways: readonly RescueWay[]; way: RescueWay; who: string; here: string }) {
  const t = useT();
  const of = useWays(who);
  if (ways.length < 2) return null;
  return (
    <nav aria-label={t("rescue.pick.ways")}>
      <ul className="grid gap-2 sm:grid-cols-3">
        {ways.map((one) => (
          <li key={one} className="grid">
            <Link to={`${here}?way=${one}`} preventScrollReset aria-current={one === way ? "true" : undefined} className={cx("grid content-start gap-1 rounded-lg border p-3 no-underline", one === way ? "border-accent bg-accent-soft" : "border-line bg-surface hover:bg-sunken")}>
              <span className="font-semibold">{of(one).label}</span>
              <span className="text-sm text-muted">{of(one).words}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const daysFirst = 4;

/** All free times of one offer, by day. */
export function TimesForm({ times, who, now }: { times: RescueTimes; who: string; now: number }) {
  const t = useT();
  const when = useWhen(now);
  const day = ({ day: date, slots }: RescueTimes["days"][number]) => (
    <RadioCards key={date} id={`day-${date}`} name="startsAt" layout="small" label={when.day(slots[0] ?? 0)} options={slots.map((at) => ({ value: String(at), label: when.time(at) }))} />
  );
  return (
    <Form method="post" className="grid gap-6">
      <Heading level={2} size={3}>{t("rescue.pick.timesOf", { who })}</Heading>
      <input type="hidden" name="offer" value={times.offer} />
      {times.days.slice(0, daysFirst).map(day)}
      {times.days.length > daysFirst ? <Disclosure summary={t("booking.again.laterDays")}><div className="grid gap-6 pt-2">{times.days.slice(daysFirst).map(day)}</div></Disclosure> : null}
      <StickyAction note={times.payableMinor === 0 ? t("rescue.credit.free") : undefined}>
        <SubmitButton name="intent" value="take" size="large" pendingLabel={t("common.sending")}>{times.payableMinor === 0 ? t("rescue.pick.take") : t("rescue.pick.takeFor", { amount: formatMoney(times.payableMinor) })}</SubmitButton>
      </StickyAction>
    </Form>
  );
}

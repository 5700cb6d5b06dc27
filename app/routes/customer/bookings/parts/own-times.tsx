import { Form } from "@remix-run/react";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { useT } from "#app/texts/use.ts";
import { Disclosure, Heading, RadioCards, StickyAction, SubmitButton } from "#app/ui/index.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import type { OwnTimes as Own } from "./next.server.ts";

const daysFirst = 4;

/** Other free times with the same person, by day. */
export function OwnTimes({ own, who, now }: { own: Own; who: string; now: number }) {
  const t = useT();
  const price = useBookingPrice();
  const when = useWhen(now);
  const day = ({ day: date, slots }: Own["days"][number]) => (
    <RadioCards key={date} id={`day-${date}`} name="startsAt" layout="small" label={when.day(slots[0] ?? 0)} options={slots.map((at) => ({ value: String(at), label: when.time(at) }))} />
  );
  return (
    <Form method="post" className="grid gap-6">
      <Heading level={2} size={3}>{t("booking.again.own", { who })}</Heading>
      <input type="hidden" name="offer" value={own.offer} />
      {own.days.slice(0, daysFirst).map(day)}
      {own.days.length > daysFirst ? <Disclosure summary={t("booking.again.laterDays")}><div className="grid gap-6 pt-2">{own.days.slice(daysFirst).map(day)}</div></Disclosure> : null}
      <StickyAction><SubmitButton name="intent" value="own">{t("booking.again.hold", { amount: price(own.priceMinor, own.atMost) })}</SubmitButton></StickyAction>
    </Form>
  );
}

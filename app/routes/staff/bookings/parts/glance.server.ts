import type { StaffBookingRow } from "#app/domain/booking/booking.views.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { maySeePeople } from "#app/domain/booking/staff.policy.ts";
import type { Context } from "#app/domain/kernel/context.ts";

/** A row of the list in the reader's words. */
export const rowOf = (ctx: Context, { id, reference, state, startsAt, service, provider, helperName, customerName, postcode, locality, priceMinor }: StaffBookingRow) => ({
  id, reference, state, startsAt, provider, helperName, customerName, priceMinor, service: service.content.name[ctx.locale], place: `${postcode} ${locality}`,
});
export type ListRow = ReturnType<typeof rowOf>;

/** What the panel beside the list says of one booking; null for an unknown id. */
export async function glanceAt(ctx: Context, id: string) {
  const page = await bookingPage(ctx, id);
  if (!page) return null;
  const { booking, service, helper, dues } = page;
  const people = maySeePeople(ctx.actor);
  return {
    id, reference: booking.reference, state: booking.state, startsAt: booking.startsAt, endsAt: booking.endsAt, priceMinor: booking.priceMinor,
    service: service.content.name[ctx.locale],
    who: helper?.displayName ?? null,
    provider: booking.provider,
    customer: booking.contact?.name ?? "",
    mobile: people ? (booking.contact?.mobile ?? "") : "",
    place: [people ? booking.street : null, `${booking.postcode} ${booking.locality}`].filter(Boolean).join(", "),
    concern: booking.concern,
    due: dues[0] ?? null,
  };
}
export type GlanceView = NonNullable<Awaited<ReturnType<typeof glanceAt>>>;

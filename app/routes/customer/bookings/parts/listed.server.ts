import type { Context } from "#app/domain/kernel/context.ts";
import { myBookings } from "#app/domain/booking/lists.queries.server.ts";
import { unsolvedAmong } from "#app/domain/rescue/rescue.queries.server.ts";
import { rhythmsOf } from "#app/domain/series/series.queries.server.ts";
import { translator } from "#app/texts/registry.ts";

/** The reader's own bookings as their list shows them. One story: what did not help is not called done, and what makes it good says so. */
export async function listedBookings(ctx: Context) {
  const t = translator(ctx.locale);
  const mine = await myBookings(ctx);
  const rhythms = await rhythmsOf(ctx, mine.map(({ seriesId }) => seriesId));
  const unsolved = await unsolvedAmong(ctx, mine.flatMap(({ id, state }) => (state === "signed_off" || state === "closed" ? [id] : [])));
  return mine.map(({ service, follows, ...card }) => ({
    ...card,
    serviceName: service.content.name[ctx.locale],
    everyWeeks: card.seriesId === null ? null : (rhythms.get(card.seriesId) ?? null),
    unsolved: unsolved.has(card.id) ? t("booking.report.not_solved") : null,
    part: follows && card.watching !== "visited" ? t(`rescue.chain.${follows}`) : null,
  }));
}
export type ListedBooking = Awaited<ReturnType<typeof listedBookings>>[number];

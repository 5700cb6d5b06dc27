import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { headOf } from "./view.server.ts";

const standings = { requested: "asked", accepted: "comes", underway: "underway", started: "here", finished: "over", reported: "over", signed_off: "over", closed: "over" } as const;

/** What whoever is visited reads of a booking. */
export async function visitedView(ctx: Context, page: BookingPage) {
  const { booking, helper } = page;
  const [held] = helper?.certificates ?? [];
  const programmes = held ? (await readCatalogue(ctx)).programmes : [];
  return {
    ...headOf(ctx, page),
    kind: "visited" as const,
    standing: standings[booking.state as keyof typeof standings] ?? ("off" as const),
    bookedBy: booking.contact?.name ?? "",
    certificate: held ? (programmes.find(({ code }) => code === held.programmeCode)?.name[ctx.locale] ?? null) : null,
    cancelledByName: page.cancelledByName,
    mayCancel: page.moves.cancel === null,
    codes: page.visit.codes,
  };
}
export type VisitedView = Awaited<ReturnType<typeof visitedView>>;

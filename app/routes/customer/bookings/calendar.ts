import type { LoaderFunctionArgs } from "@remix-run/node";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { translator } from "#app/texts/registry.ts";
import { openBooking } from "./parts/open.server.ts";
import { whoComes } from "./parts/view.server.ts";
import { hour } from "#app/domain/kernel/time.ts";

/**
 * The visit as a calendar entry: one stable UID, a sequence that grows with every change, cancelled when the visit is.
 * Its link carries no key, because calendars are shared with others.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { booking, service } = page;
  const t = translator(ctx.locale);
  const { brand } = ctx.settings;
  const isCancelled = ["cancelled", "declined", "lapsed", "abandoned"].includes(booking.state);
  const isAccepted = booking.acceptedAt !== null;
  const calendar = ical({ prodId: { company: brand.name, product: "Quartier", language: ctx.locale.toUpperCase() }, method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${booking.id}@${new URL(ctx.origin).hostname}`,
    sequence: isCancelled ? 2 : isAccepted ? 1 : 0,
    stamp: new Date(booking.stateSince),
    lastModified: new Date(booking.stateSince),
    start: new Date(booking.startsAt),
    end: new Date(booking.endsAt),
    status: isCancelled ? ICalEventStatus.CANCELLED : isAccepted ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    summary: t("booking.headline", { service: service.content.name[ctx.locale], who: whoComes(ctx, page) }),
    location: [booking.street, `${booking.postcode} ${booking.locality}`].filter(Boolean).join(", "),
    description: [t("common.reference", { reference: booking.reference }), t("booking.sheet.inDoubt", { telephone: brand.telephone })].join("\n"),
    url: `${ctx.origin}/${ctx.locale}/bookings/${booking.id}`,
    alarms: isCancelled ? [] : [{ type: "display" as never, trigger: (2 * hour) / 1000, description: service.content.name[ctx.locale] }],
  });
  return new Response(calendar.toString(), {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `attachment; filename="${booking.reference}.ics"`, "Cache-Control": "private, no-store" },
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitCalendar } from "#app/emails/visit-calendar.ts";
import { translator } from "#app/texts/registry.ts";
import { openBooking, readers } from "./parts/open.server.ts";
import { whoComes } from "./parts/view.server.ts";

/** The visit as a calendar file for its customer. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args, readers);
  const { booking, service } = page;
  const t = translator(ctx.locale);
  const { brand } = ctx.settings;
  const name = service.content.name[ctx.locale];
  const file = visitCalendar({
    booking,
    locale: ctx.locale,
    company: brand.name,
    origin: ctx.origin,
    summary: t("booking.headline", { service: name, who: whoComes(ctx, page) }),
    description: [t("common.reference", { reference: booking.reference }), t("booking.sheet.inDoubt", { telephone: brand.telephone })].join("\n"),
    alarm: name,
    url: `${ctx.origin}/${ctx.locale}/bookings/${booking.id}`,
  });
  return new Response(file, {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `attachment; filename="${booking.reference}.ics"`, "Cache-Control": "private, no-store" },
  });
}

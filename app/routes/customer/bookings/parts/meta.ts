import type { MetaDescriptor } from "@remix-run/node";
import { defaultLocale, isLocale } from "#app/domain/kernel/words.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";

type Given = { data: { pageTitle: string } | undefined; params: Record<string, string | undefined> };

/** Title of a booking's screen, kept out of search engines; one that may not be seen has a title too. */
export function bookingMeta({ data, params }: Given, screen = ""): MetaDescriptor[] {
  const locale = isLocale(params.locale) ? params.locale : defaultLocale;
  return pageMeta({ locale, path: `/bookings/${params.bookingId ?? ""}${screen && `/${screen}`}`, title: data?.pageTitle ?? translator(locale)("booking.find.title"), noindex: true });
}

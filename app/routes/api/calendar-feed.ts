import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { readFeed } from "#app/domain/calendars/feed.server.ts";
import { hour } from "#app/domain/kernel/time.ts";
import { calendarText } from "#app/emails/calendar-file.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { translator } from "#app/texts/registry.ts";

const headers = { "X-Robots-Tag": "noindex, nofollow, noarchive", "Cache-Control": "private, no-cache", "Referrer-Policy": "no-referrer" };

/** A helper's visits for their own calendar, in their language: `/calendars/<token>.ics`. Whoever has the address reads it, so it says little. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const ctx = await contextFor(args);
  const [, token = ""] = /^([\w-]+)\.ics$/.exec(args.params.file ?? "") ?? [];
  const read = await readFeed(ctx, token);
  if (!read.ok) return read.refusal === "not-found" ? notFound() : new Response(read.refusal, { status: statusOf(read.refusal), headers: { "Retry-After": "3600" } });
  const { locale, entries } = read.value;
  const t = translator(locale);
  const { brand } = ctx.settings;
  const text = calendarText({
    company: brand.name,
    origin: ctx.origin,
    locale,
    name: t("calendars.file.name", { brand: brand.name }),
    everyMs: hour,
    entries: entries.map(({ bookingId, reference, sequence, service, startsAt, endsAt, isTentative, name, place, changedAt }) => ({
      bookingId, sequence, changedAt, startsAt, endsAt, place,
      status: isTentative ? "tentative" : "confirmed",
      title: isTentative ? t("calendars.file.request", { service: service[locale] }) : service[locale],
      description: [name, t("common.reference", { reference }), t("calendars.file.call", { telephone: brand.telephone })].filter(Boolean).join("\n"),
      url: `${ctx.origin}/${locale}/helper/${isTentative ? "requests" : "visits"}/${bookingId}`,
      remind: isTentative ? null : { before: hour, words: service[locale] },
    })),
  });
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  if (args.request.headers.get("if-none-match")?.split(",").some((each) => each.trim().replace(/^W\//, "") === etag)) return new Response(null, { status: 304, headers: { ...headers, ETag: etag } });
  const changed = entries.reduce((latest, { changedAt }) => Math.max(latest, changedAt), 0);
  return new Response(text, { headers: { ...headers, ETag: etag, ...(changed > 0 && { "Last-Modified": new Date(changed).toUTCString() }), "Content-Type": "text/calendar; charset=utf-8" } });
}

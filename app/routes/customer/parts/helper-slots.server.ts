import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { bookableListing, type DaySlots, slotsForListing, slotsForProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { caps, offerPrice, priceFor } from "#app/domain/booking/hourly.ts";
import { ownHold } from "#app/domain/booking/draft.queries.server.ts";
import { newAttempt } from "#app/domain/booking/key.server.ts";
import { holdSlot, type Wish } from "#app/domain/booking/hold.commands.server.ts";
import { serviceTypeByCode } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { professionalOffer } from "#app/domain/search/professional.server.ts";
import { formAgain, type FormState, readForm, sentForm, typedValues } from "#app/http/form.server.ts";
import { proveBooking } from "#app/http/proven.server.ts";
import { askedPlace, labelOf } from "./search-answer.server.ts";

/** A week of days, fewer when they are full of times, so that a screenful stays one. */
const shownOf = (free: readonly DaySlots[]): number => (free.length > 0 && free.reduce((sum, { slots }) => sum + slots.length, 0) / free.length > 10 ? 4 : 7);

/** One screenful of days with free times; days without any are left out. */
function screenful(days: readonly DaySlots[], asked: number) {
  const free = days.filter(({ slots }) => slots.length > 0);
  const daysShown = shownOf(free);
  const pages = Math.max(1, Math.ceil(free.length / daysShown));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
  return { days: free.slice((page - 1) * daysShown, page * daysShown), page, pages };
}

export type Slots = ReturnType<typeof screenful>;

type Asked = { params: URLSearchParams };

const placeOf = (ctx: Context, { params }: Asked) => {
  const place = askedPlace(ctx, { place: (params.get("place") ?? "").slice(0, 100), where: "" });
  return place.kind === "one" ? place.value : null;
};

const shared = (ctx: Context, asked: Asked, days: readonly DaySlots[]) => {
  const { params } = asked;
  const place = placeOf(ctx, asked);
  const slot = Number(params.get("slot"));
  // A time that was tapped on the way here opens on its own screenful.
  const free = days.filter(({ slots }) => slots.length > 0);
  const at = free.findIndex(({ slots }) => slots.includes(slot));
  return { ...screenful(days, params.has("page") || at < 0 ? Number(params.get("page")) : Math.floor(at / shownOf(free)) + 1), slot: at < 0 ? null : slot, place: place && { id: place.id, label: labelOf(place) }, replaces: params.get("replaces")?.slice(0, 60) ?? "", attempt: newAttempt(ctx) };
};

/** The free times of one helper's offer; null when it is not theirs or not offered. */
export async function listingSlots(ctx: Context, helperId: string, asked: Asked) {
  const offer = await bookableListing(ctx, asked.params.get("listing") ?? "");
  if (!offer || offer.helper.id !== helperId) return null;
  const { content } = offer.service;
  const at = placeOf(ctx, asked);
  const own = await ownHold(ctx, { listingId: offer.listing.id });
  const { capMinutes, hourlyMinor, priceMinor, durationMinutes } = offerPrice(offer.listing.priceMinor, content, asked.params.get("cap"));
  return {
    ...shared(ctx, asked, (await slotsForListing(ctx, offer.listing.id, { capMinutes, ...(at && { at }), ...(own && { ignore: own }) })) ?? []),
    listingId: offer.listing.id,
    helper: { id: offer.helper.id, name: offer.helper.displayName, photoFileId: offer.helper.photoFileId },
    service: { code: offer.service.code, name: content.name[ctx.locale], minutes: durationMinutes },
    priceMinor,
    cap: capMinutes === null || hourlyMinor === null ? null : { minutes: capMinutes, hourlyMinor, choices: caps.map((minutes) => ({ minutes, priceMinor: priceFor(hourlyMinor, minutes) })) },
    instant: offer.instant,
  };
}

/** The professional service for one service type with its free times. */
export async function professionalSlots(ctx: Context, code: string, asked: Asked) {
  const type = await serviceTypeByCode(ctx, code);
  if (!type) return null;
  const offer = await professionalOffer(ctx, type);
  const { content } = type;
  const own = await ownHold(ctx, { professional: type.id });
  return {
    ...shared(ctx, asked, (await slotsForProfessional(ctx, type.id, own ? { ignore: own } : {})) ?? []),
    service: { id: type.id, code, name: content.name[ctx.locale], short: content.short[ctx.locale], icon: content.icon, onlyProfessional: type.riskClass === "professional_only", scopeIn: content.scopeIn.map((words) => words[ctx.locale]) },
    offer,
  };
}

const schema = z.object({
  slot: z.coerce.number({ error: "helperPage.slots.required" }).int("helperPage.slots.required").min(1, "helperPage.slots.required").max(8_640_000_000_000_000, "helperPage.slots.required"),
  place: z.string({ error: "errors.field.postcode" }).trim().min(1, "errors.field.postcode").max(100, "errors.field.place"),
  replaces: z.string().max(60).optional(),
  cap: z.coerce.number().optional().catch(undefined),
  attempt: z.string().max(120).optional().catch(undefined),
});

export type SlotState = FormState & { next?: number[] };

/** Holds the chosen time and leads to the form; a refusal shows the same page with what can be done. */
export async function holdChosen(args: ActionFunctionArgs, ctx: Context, offerOf: (form: FormData) => Wish["offer"]) {
  const data = await sentForm(args.request);
  const form = readForm(data, schema);
  if (!form.ok) return formAgain(form.state);
  const place = askedPlace(ctx, { place: form.value.place, where: "" });
  if (place.kind !== "one") return formAgain({ values: typedValues(data), errors: { place: "errors.field.place" } });
  const { postcode, locality } = place.value;
  const offer = offerOf(data);
  const hold = (replaces: string | null | undefined) => holdSlot(ctx, { offer, startsAt: form.value.slot, place: { postcode, locality }, ...(form.value.cap && { capMinutes: form.value.cap }), ...(form.value.attempt && { attempt: form.value.attempt }), ...(replaces && { replacesBookingId: replaces }) });
  let held = await hold(form.value.replaces);
  // Whoever went back for another time does not stand in their own way: what they hold here gives way, with every word.
  const own = held.ok || held.refusal !== "slot-taken" || form.value.replaces ? null : await ownHold(ctx, offer);
  if (own) held = await hold(own);
  if (!held.ok) {
    const next = held.detail?.next;
    const stands = held.refusal === "held-too-long" ? (own ?? form.value.replaces) : null;
    const state: SlotState = { values: form.values, errors: {}, refusal: held.refusal, detail: { postcode, ...(Array.isArray(next) && { next }), ...(stands && { stands }) } };
    return formAgain(state, held.refusal === "not-found" || held.refusal === "not-bookable" ? 404 : 409);
  }
  const headers = new Headers();
  proveBooking({ app: args.context.app, request: args.request }, headers, held.value.bookingId);
  throw redirect(`/${ctx.locale}/bookings/${held.value.bookingId}/form`, { headers });
}

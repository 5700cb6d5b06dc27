import { z } from "zod";
import { locales } from "#app/domain/kernel/words.ts";
import { sortings } from "#app/domain/search/search.ts";
import { isDate } from "#app/domain/kernel/time.ts";

const lang = z.enum(locales).default("de").describe("Language of names and texts");
const page = z.coerce.number().int().min(1).max(5000).default(1).describe("Page of 20, from 1");
const place = z.object({
  postcode: z.string().regex(/^\d{4}$/),
  locality: z.string(),
  municipality: z.string(),
  canton: z.string().length(2),
  lat: z.number().describe("Degrees, WGS84"),
  lng: z.number().describe("Degrees, WGS84"),
});
const money = z.object({ minor: z.number().int().min(0).describe("Whole price in minor units, way and taxes included"), currency: z.literal("CHF") });
const rate = z.object({ share: z.number().min(0).max(1), n: z.number().int().min(1), low: z.number().min(0).max(1), high: z.number().min(0).max(1) }).describe("A share, what it rests on, and its range at 95 %");
const instant = z.iso.datetime();

/** Every address of the API: what may be asked and what is answered; requests, answers and openapi.json come from here. */
export const contract = {
  places: {
    path: "/api/v1/places",
    summary: "Places by postcode or name; forgives umlauts, other languages' names and slips of the finger",
    query: z.object({ q: z.string().trim().min(1).max(100).describe("Postcode, its beginning, or a name"), limit: z.coerce.number().int().min(1).max(20).default(8), lang }),
    answer: z.object({ places: z.array(place) }),
  },
  services: {
    path: "/api/v1/services",
    summary: "What can be booked",
    query: z.object({ lang }),
    answer: z.object({
      services: z.array(
        z.object({ code: z.string(), category: z.string(), name: z.string(), description: z.string(), durationMinutes: z.number().int(), provider: z.enum(["helper", "professional"]).describe("Who may do it: professional means never a helper"), pricing: z.enum(["fixed", "hourly"]).describe("What a helper's price is for: the visit, or an hour of it up to a cap that the customer sets"), price: z.object({ min: money, max: money }).nullable(), professionalPrice: money }),
      ),
    }),
  },
  helpers: {
    path: "/api/v1/helpers",
    summary: "Certified helpers who serve a place with a service",
    query: z.object({
      place: z.string().trim().min(2).max(100).describe("Postcode, or postcode and locality"),
      service: z.string().trim().min(1).max(60).describe("Code of a service"),
      date: z.string().refine(isDate).optional().describe("Only who has a free slot on this day (YYYY-MM-DD)"),
      radius: z.coerce.number().min(0.5).max(50).optional().describe("Kilometres at most"),
      sort: z.enum(sortings).default("match"),
      page,
      lang,
    }),
    answer: z.object({
      place: place.pick({ postcode: true, locality: true, lat: true, lng: true }),
      service: z.string(),
      total: z.number().int(),
      page: z.number().int(),
      pages: z.number().int(),
      helpers: z.array(
        z.object({
          id: z.string(),
          name: z.string().describe("First name and initial"),
          postcode: z.string(),
          locality: z.string(),
          lat: z.number().describe("The public point: displaced, never the address"),
          lng: z.number(),
          distanceKm: z.number().describe("As the crow flies, rounded"),
          price: money.describe("Whole price of the visit, or of an hour of it where the service's pricing is hourly; way and taxes included"),
          languages: z.array(z.string()),
          certificates: z.array(z.object({ number: z.string(), validUntil: instant })),
          stars: z.object({ mean: z.number().min(1).max(5), n: z.number().int().min(1) }).nullable(),
          solved: rate.nullable(),
          nextFree: instant.nullable(),
          url: z.url(),
        }),
      ),
    }),
  },
  certificate: {
    path: "/api/v1/certificates/{number}",
    summary: "Whether a certificate is valid; never why not",
    query: z.object({ number: z.string().trim().min(4).max(40), lang }),
    answer: z.object({ number: z.string(), holder: z.string().describe("First name and initial"), programme: z.string(), issued: instant, valid: z.boolean(), validUntil: instant.nullable(), notValidSince: instant.nullable() }),
  },
} as const;

/** An error as RFC 9457 says it. */
export const problemSchema = z.object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string().optional(), errors: z.array(z.object({ field: z.string(), message: z.string() })).optional() });
export type Problem = z.infer<typeof problemSchema>;

import { defaultSettings } from "#app/domain/settings/settings.ts";
import type { MailBooking, Reader } from "#app/domain/notification/letter.ts";
import { type Locale, locales } from "#app/domain/kernel/words.ts";
import type { MailFacts } from "#app/emails/words.ts";
import type { Store } from "#db/store.ts";
import { routerSetup } from "#db/seed/content/connectivity/routerSetup.ts";

const at = Date.parse("2026-11-24T17:30:00+01:00");
const hour = 3_600_000;

export const someBooking = (more: Partial<MailBooking> = {}): MailBooking => ({
  id: "b1", reference: "Q7K3-M9FX", state: "accepted", stateSince: at - 30 * hour, sequence: 1, service: { de: "Router einrichten", fr: "Installer le routeur", it: "Configurare il router", en: "Set up the router" },
  startsAt: at, endsAt: at + hour, priceMinor: 4500, payableMinor: 4500, atMost: false, follows: null, netMinor: 3825, compensationMinor: 0, policy: defaultSettings.policy, professional: false, helperName: "Zoë M.", helperPhotoId: null, helperCertificates: [{ de: "Heimnetz", fr: "Réseau domestique", it: "Rete domestica", en: "Home network" }], bookedBy: "Lea Käser",
  customerName: "Jürg Käser", postcode: "4052", locality: "Basel", street: "Rosenweg 3", telephone: "061 000 00 00", concern: "Kein WLAN <im Schlafzimmer> & Küche",
  answerBy: at - 20 * hour, acceptedAt: at - 30 * hour, reportedAt: at + 2 * hour, freeUntil: at - 24 * hour, cancelledBy: "customer", series: null, accessKey: "signed", extrasDueMinor: 0, codes: { customer: "4711", helper: "0815", consent: ["1234", "5678", "9012"] }, ...more,
});

export const someFacts = (locale: Locale, part: Reader["part"], more: Partial<MailFacts> = {}): MailFacts => ({
  brand: { ...defaultSettings.brand, name: "Nordlicht & Co", telephone: "+41 61 000 00 00" }, origin: "https://quartier.example", now: at - 48 * hour,
  reader: { part, address: "anna@example.ch", name: "Anna Müller", locale, personId: null, key: "own" },
  booking: someBooking(),
  data: { code: "493 017", link: "https://quartier.example/de/sign-in/link/t", token: "t", minutes: 10, amountMinor: 3825, number: "C-2026-7QK", validUntil: at, reason: "Zwei Kundinnen", endsAt: at, postcode: "4052", locality: "Basel", slot1: at + 24 * hour, slot2: at + 48 * hour, until: at - 30 * hour, was: at - 24 * hour, fromAt: at, untilAt: at + hour / 4, since: at, creditMinor: 2000, extraId: "x1", first: "Maya B." },
  programme: { de: "Heimnetz", fr: "Réseau domestique", it: "Rete domestica", en: "Home network" }, words: "Guten Tag\nIst 17:30 recht?", ...more,
});

/** A customer, a helper and one accepted booking between them, as plain rows. */
export async function bookingRows({ db, t }: Store, more: Record<string, unknown> = {}): Promise<void> {
  await db.insert(t.category).values({ code: "connectivity", position: 1, content: { code: "connectivity", icon: "wifi", name: words("Netz"), short: words("Netz") } });
  await db.insert(t.serviceType).values({ id: "s1", code: "routerSetup", number: 1, categoryCode: "connectivity", riskClass: "standard", content: routerSetup, updatedAt: 0 });
  await db.insert(t.person).values([
    { id: "zoe", email: "zoe@example.ch", name: "Zoë Meier", locale: "fr", createdAt: 0 },
    { id: "anna", email: "anna@example.ch", name: "Anna Müller", locale: "de", createdAt: 0 },
  ]);
  await db.insert(t.helper).values({ id: "h1", personId: "zoe", state: "active", stateSince: 0, givenName: "Zoë", familyName: "Meier", displayName: "Zoë M.", languages: ["de"], createdAt: 0 });
  await db.insert(t.booking).values({
    id: "b1", reference: "Q7K3-M9FX", accessKeyHash: "x", state: "accepted", stateSince: 0, provider: "helper", helperId: "h1", calendarId: "h1", customerId: "anna", serviceTypeId: "s1", serviceTypeVersion: 1,
    startsAt: at, endsAt: at + hour, zone: "Europe/Zurich", priceMinor: 4500, contract: "helper", policy: defaultSettings.policy, locale: "it", contact: { name: "Jürg Käser", email: "juerg@example.ch", mobile: "079 000 00 00" },
    visited: { name: "Rosa Käser", telephone: "061 000 00 00" }, street: "Rosenweg 3", postcode: "4052", locality: "Basel", intake: {}, concern: "Kein WLAN", acceptedAt: 1, requestedAt: 0, createdAt: 0, ...more,
  });
}
const words = (text: string) => Object.fromEntries(locales.map((locale) => [locale, text])) as Record<Locale, string>;

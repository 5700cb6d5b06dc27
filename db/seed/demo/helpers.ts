import { certify } from "#app/domain/certification/certification.commands.server.ts";
import { storePicture } from "#app/domain/files/files.commands.server.ts";
import type { Picture } from "#app/domain/files/files.ts";
import { saveAddress, savePicture, saveProfile, saveRadius, setPayoutAccount } from "#app/domain/helper/helper.commands.server.ts";
import { acceptHelperInvitation, inviteHelper } from "#app/domain/helper/invitation.commands.server.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { person } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Place } from "#app/domain/kernel/places.ts";
import { must, ok } from "#app/domain/kernel/result.ts";
import { saveListing } from "#app/domain/listing/listing.commands.server.ts";
import { setWeeklyHours } from "#app/domain/availability/availability.commands.server.ts";
import { biography, communities, listingText, personName, type Region, streetAddress } from "../people/index.ts";
import type { Chance } from "./chance.ts";
import { as } from "./world.ts";

export type Offer = { serviceTypeId: string; code: string; priceMinor: number; live: boolean; words: string };
/** Everything about one person before anything is told: the same for the commands and for the bulk insert. */
export type HelperPlan = {
  number: number;
  joinedAt: number;
  region: Region;
  place: Place;
  first: string;
  last: string;
  email: string;
  street: string;
  radiusKm: number;
  languages: string[];
  biography: string;
  hours: { weekday: number; fromMinute: number; untilMinute: number }[];
  programmes: string[];
  offers: Offer[];
  /** How likely a visit by this person solves the concern, for the past to be true to itself. */
  skill: number;
  searchOptIn: boolean;
};

export type Service = { id: string; code: string; category: string; programme: string; min: number; preset: number; max: number };

const day = 86_400_000;
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ø/g, "o").replace(/ı/g, "i").replace(/[^a-z]/g, "");

/** Draws one believable person of a place's language region. */
export function planHelper(chance: Chance, number: number, place: Place, services: readonly Service[], now: number): HelperPlan {
  const region: Region = place.language === "fr" ? "fr" : place.language === "it" ? "it" : "de";
  const name = personName(chance.pick, region);
  const category = chance.odds(0.62) ? "connectivity" : "energy";
  const both = chance.odds(0.16);
  const able = services.filter((service) => both || service.category === category);
  const chosen = [...able].sort((a, b) => (a.code < b.code ? -1 : 1)).filter(() => chance.odds(0.55)).slice(0, 5);
  const offered = chosen.length ? chosen : able.slice(0, 1);
  const languages = new Set<string>([region]);
  if (chance.odds(0.55)) languages.add("en");
  if (region !== "de" && chance.odds(0.35)) languages.add("de");
  if (region === "de" && chance.odds(0.3)) languages.add("fr");
  if (region !== "it" && chance.odds(0.12)) languages.add("it");
  if (name.community) languages.add(communities[name.community].language);
  const newcomer = chance.odds(0.12);
  return {
    number,
    joinedAt: newcomer ? now - chance.whole(3, 40) * day : now - chance.whole(370, 430) * day,
    region,
    place,
    first: name.first,
    last: name.last,
    email: `${plain(name.first)}.${plain(name.last)}.${number}@quartier.example`,
    street: streetAddress(chance.pick, region),
    radiusKm: chance.pick([3, 4, 5, 5, 6, 8, 8, 10, 10, 12, 15, 18, 20, 25]),
    languages: [...languages],
    biography: biography(chance.pick, region, category),
    hours: planHours(chance),
    programmes: [...new Set(offered.map(({ programme }) => programme))],
    offers: offered.map((service) => ({
      serviceTypeId: service.id,
      code: service.code,
      priceMinor: Math.min(service.max, Math.max(service.min, service.preset + chance.whole(-2, 3) * 500)),
      live: true,
      words: chance.odds(0.7) ? listingText(chance.pick, region, service.code) : "",
    })),
    skill: Math.min(0.98, 0.72 + 0.26 * Math.sqrt(chance.next())),
    searchOptIn: chance.odds(0.2),
  };
}

/** Evenings and weekends, a few whole days: what people with a job offer. */
function planHours(chance: Chance): HelperPlan["hours"] {
  const hours: HelperPlan["hours"] = [];
  const retired = chance.odds(0.2);
  for (let weekday = 1; weekday <= 5; weekday++) {
    if (retired && chance.odds(0.7)) hours.push({ weekday, fromMinute: 9 * 60, untilMinute: 17 * 60 });
    else if (chance.odds(0.5)) hours.push({ weekday, fromMinute: chance.pick([17, 17.5, 18]) * 60, untilMinute: chance.pick([20.5, 21]) * 60 });
  }
  if (chance.odds(0.75)) hours.push({ weekday: 6, fromMinute: chance.pick([8, 9, 10]) * 60, untilMinute: chance.pick([13, 16, 18]) * 60 });
  if (chance.odds(0.2)) hours.push({ weekday: 7, fromMinute: 10 * 60, untilMinute: 17 * 60 });
  if (hours.length === 0) hours.push({ weekday: 3, fromMinute: 18 * 60, untilMinute: 21 * 60 });
  return hours;
}

/** A number that nobody has, as the demo's customers have them. */
export const mobileOf = ({ number }: Pick<HelperPlan, "number">): string => `+41 79 000 ${String(number % 10_000).padStart(4, "0").replace(/^../, "$& ")}`;

export type Told = { helperId: string; personId: string; plan: HelperPlan };

/** Tells one helper's way in through the commands that a real one takes. */
export async function tellHelper(ctx: Context, chance: Chance, plan: HelperPlan, given: { picture: Picture | null; accountId: string | null }): Promise<Told> {
  const told = await atomically(ctx, async (outer) => {
    const at = (minutes: number) => plan.joinedAt + minutes * 60_000;
    const tx = as(outer, chance, at(0));
    const { token } = must(await inviteHelper(tx, { givenName: plan.first, familyName: plan.last, email: plan.email, locale: plan.region }));
    const { helperId, personId } = must(await acceptHelperInvitation(as(tx, chance, at(20)), token));
    const self = person(personId, helperId);
    must(await saveProfile(as(tx, chance, at(30), self), helperId, { givenName: plan.first, familyName: plan.last, biography: plan.biography, languages: plan.languages as "de"[], searchOptIn: plan.searchOptIn, mobile: mobileOf(plan) }));
    must(await saveAddress(as(tx, chance, at(31), self), helperId, { street: plan.street, postcode: plan.place.postcode, locality: plan.place.locality }));
    must(await saveRadius(as(tx, chance, at(32), self), helperId, plan.radiusKm));
    if (given.picture) {
      const { fileId } = must(await storePicture(as(tx, chance, at(33), self), { picture: given.picture, purpose: "portrait", bookingId: null }));
      must(await savePicture(as(tx, chance, at(34), self), helperId, fileId));
    }
    must(await setWeeklyHours(as(tx, chance, at(35), self), helperId, plan.hours));
    if (given.accountId) must(await setPayoutAccount(as(tx, chance, at(40)), helperId, { id: given.accountId, active: true }));
    for (const programmeCode of plan.programmes) must(await certify(as(tx, chance, at(2 * 24 * 60)), { helperId, programmeCode }));
    for (const { serviceTypeId, priceMinor, words } of plan.offers)
      must(await saveListing(as(tx, chance, at(2 * 24 * 60 + 30), self), helperId, { serviceTypeId, priceMinor, words, instant: false, live: true }));
    return ok({ helperId, personId, plan });
  });
  return must(told);
}

import type { House } from "./house.ts";
import { withDatabase } from "./fixtures.ts";
import { settingParts } from "#app/routes/staff/settings/parts/parts.ts";
import { measures } from "#app/routes/staff/helpers/parts/measures.ts";
import { demo } from "./people.ts";

export type Who = keyof typeof demo | "visitor";

/** Every screen of the house that an address alone shows, by who looks at it; the screens in between are walked by screens.journey.ts. */
export function addresses(house: House): { who: Who; path: string }[] {
  const one = (sql: string, ...params: unknown[]): string => withDatabase(house, (db) => (db.prepare(sql).pluck().get(...params) as string | undefined) ?? "");
  const helper = one("select h.id from helper h join person p on p.id = h.person_id where p.email = ?", demo.helper);
  const listing = one("select id from listing where helper_id = ? limit 1", helper);
  const certificate = one("select number from certificate where helper_id = ? limit 1", helper);
  const mine = (states: string) => one(`select id from booking where contact_email = ? and state in (${states}) order by starts_at desc limit 1`, demo.customer);
  const ofHelper = (states: string) => one(`select id from booking where helper_id = ? and state in (${states}) order by starts_at desc limit 1`, helper);
  const any = mine("'requested','accepted','closed','signed_off','reported'");
  const unresolved = one("select r.booking_id from report r where r.outcome <> 'solved' limit 1") || ofHelper("'closed'");
  // The demo customer gets a booking in each state that has a screen of its own.
  const adopted = (states: string): string => {
    const id = one(`select id from booking where provider = 'helper' and state in (${states}) and coalesce(contact_email, '') <> ? order by starts_at desc limit 1`, demo.customer) || mine(states);
    withDatabase(house, (db) => db.prepare("update booking set contact_email = ? where id = ?").run(demo.customer, id));
    return id;
  };
  const [declined, ended] = [adopted("'declined','lapsed','cancelled'"), adopted("'signed_off','closed','reported'")];
  const lane = one("select id from lane limit 1");
  const laneVisit = one("select id from booking where provider = 'professional' order by starts_at desc limit 1");
  const certificateId = one("select id from certificate where helper_id = ? and ended_at is null limit 1", helper);
  const accepted = ofHelper("'accepted'");
  const visitor = ["", "/search?service=better-wlan&place=4051-basel", "/search?service=better-wlan&place=4051-basel&view=map", "/search?what=wlan&where=Basel", "/search?what=xyzxyz&where=9999", `/helpers/${helper}`, `/helpers/${helper}/book?listing=${listing}&place=4051-basel`, "/professional/socket-fuse?place=4051-basel", "/certificates", `/certificates/${certificate}`, "/area-wish", "/sign-in", "/staff-sign-in", "/pages/imprint", "/pages/privacy", "/pages/terms", "/bookings", "/nowhere"];
  const customer = ["/account", "/account/sessions", "/bookings", `/bookings/${any}`, `/bookings/${any}/cancel`, `/bookings/${any}/sheet`, `/bookings/${declined}`, `/bookings/${declined}/again`, `/bookings/${ended}`, `/bookings/${ended}/sign-off`, `/bookings/${ended}/still`];
  const ofTheHelper = ["", "/welcome", "/requests", `/requests/${ofHelper("'requested'")}`, `/visits/${accepted}`, `/visits/${accepted}/cancel`, "/calendar", "/me", "/me/profile", "/me/picture", "/me/address", "/me/radius", "/me/listings", "/me/listings/better-wlan", "/me/payout", "/me/earnings", "/me/figures", "/me/certificates"];
  const admin = ["", "/bookings", `/bookings/${any || ofHelper("'closed'")}`, `/bookings/${accepted}/cancel`, `/bookings/${accepted}/refund`, "/book", "/lanes", `/lanes/${lane}`, ...(laneVisit ? [`/lanes/visits/${laneVisit}`] : []), "/helpers", "/helpers/invite", `/helpers/${helper}`, `/helpers/${helper}/certify`, `/helpers/${helper}/certificates/${certificateId}/end`, ...measures.map((measure) => `/helpers/${helper}/measures/${measure}`), "/quality", "/unresolved", `/unresolved/${unresolved}`, "/catalogue", "/catalogue/better-wlan", "/measures", "/demand", "/money", ...settingParts.map((part) => `/settings/${part}`), "/catalogue/new", "/pages", "/pages/imprint", "/team", "/system/jobs", "/system/journal", "/system/clock", "/system/mails"];
  return [
    ...visitor.map((path) => ({ who: "visitor" as const, path })),
    ...customer.map((path) => ({ who: "customer" as const, path })),
    ...ofTheHelper.map((path) => ({ who: "helper" as const, path: `/helper${path}` })),
    ...admin.map((path) => ({ who: "admin" as const, path: `/staff${path}` })),
  ];
}

/** The bundles that each part of an area needs, by the first word of its address; whoever only searches is not sent the words of a booking. */
const search = ["customer", "search"] as const;
/** All bookings, one as it stands, what is done about it in forms of their own, and everything about the person. */
const bookings = ["customer", "booking-list"] as const;
const booking = ["customer", "booking"] as const;
const deeds = ["customer", "booking-deeds"] as const;
const form = ["customer", "booking-form"] as const;
const account = ["customer", "account"] as const;
const customer = { "": search, search, helpers: search, professional: search, certificates: search, "area-wish": search } as const;
const today = ["helper", "helper-today"] as const;
/** What is done at the door, and what is done about a visit, has screens of its own. */
const door = ["helper", "helper-door"] as const;
const visitDeeds = ["helper", "helper-deeds"] as const;
const visitScreens: Partial<Record<string, typeof door | typeof visitDeeds>> = { extra: door, waiting: door, cancel: visitDeeds, reschedule: visitDeeds, times: visitDeeds };
const helper = { "": today, requests: today, visits: ["helper", "helper-visit"], welcome: ["helper", "helper-me"], calendar: ["helper", "helper-me"], me: ["helper", "helper-me"], "me/calendars": ["helper", "helper-calendars"] } as const;
/** The demo's outbox, which staff read as their archive. */
const outbox = ["customer", "outbox"] as const;
const overview = ["staff", "staff-overview"] as const;
const staff = {
  "": overview, measures: overview, demand: overview, money: overview,
  bookings: ["staff", "staff-bookings"], book: ["staff", "staff-book"], dispatch: ["staff", "staff-book"],
  helpers: ["staff", "staff-helpers"], quality: ["staff", "staff-helpers"], unresolved: ["staff", "staff-helpers"], catalogue: ["staff", "staff-helpers"], lanes: ["staff", "staff-helpers"],
  settings: ["staff", "staff-settings"], pages: ["staff", "staff-settings"], team: ["staff", "staff-settings"],
  system: ["staff", "staff-system", "outbox"],
} as const;

export type Bundle = (typeof helper)[keyof typeof helper][number] | (typeof search | typeof bookings | typeof booking | typeof deeds | typeof form | typeof account | typeof door | typeof visitDeeds | typeof outbox)[number] | (typeof staff)[keyof typeof staff][number];

/** The bundles of texts that the screen at an address speaks with. */
export function bundlesOf(pathname: string): readonly Bundle[] {
  const [, , second = "", third = "", fourth = "", fifth = ""] = pathname.split("/");
  if (second === "dev") return outbox;
  if (second === "staff") return staff[third as keyof typeof staff] ?? ["staff"];
  if (second === "helper") return (third === "visits" ? visitScreens[fifth] : undefined) ?? helper[`${third}/${fourth}` as keyof typeof helper] ?? helper[third as keyof typeof helper] ?? ["helper"];
  if (second === "bookings" && (fourth === "form" || fourth === "pay" || (fourth === "series" && !fifth))) return form;
  if (second === "bookings") return !third || fourth === "sheet" ? bookings : fourth ? deeds : booking;
  return customer[second as keyof typeof customer] ?? account;
}

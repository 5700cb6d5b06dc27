import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { locales } from "#app/domain/kernel/words.ts";

type Words = { [key: string]: string | Words };
const files = (dir: string, ending: string): string[] => (readdirSync(dir, { recursive: true }) as string[]).filter((name) => name.endsWith(ending)).map((name) => path.join(dir, name));
const modules = files("app/texts/de", ".json").map((file) => path.basename(file, ".json"));
const all = Object.fromEntries(modules.map((module) => [module, JSON.parse(readFileSync(`app/texts/de/${module}.json`, "utf8")) as Words]));
// Journal entries are named like keys; these are only names to staff.
const journalNames = new Set(["payment.open", "booking.hold", "booking.cancel", "booking.report", "booking.signOff"]);
const named = new RegExp(`["'\`](${modules.join("|")})\\.(\\w+)`, "g");

/** What a file brings to the browser with it; whatever is named .server stays behind. */
const reached = (file: string, into = new Set<string>()): Set<string> => {
  if (into.has(file) || /\.server\./.test(file) || file.startsWith("app/texts/") || !existsSync(file)) return into;
  into.add(file);
  for (const [, from = ""] of readFileSync(file, "utf8").matchAll(/^(?:import|export)\s(?!type\b)[^"';]*from\s+["']([^"']+\.tsx?)["']/gm)) {
    reached(from.startsWith("#") ? from.slice(1) : path.normalize(path.join(path.dirname(file), from)), into);
  }
  return into;
};

/** Screens by the bundles that their addresses load. */
const screensOf: Record<string, string[]> = {
  "customer search": ["home", "search", "search-map", "helper", "slots", "slots-professional", "certificate", "area-wish", "layout"].map((name) => `app/routes/customer/${name}.tsx`),
  "customer booking": ["list", "page", "sheet"].map((name) => `app/routes/customer/bookings/${name}.tsx`),
  "customer booking-deeds": files("app/routes/customer/bookings", ".tsx").filter((file) => !/\/(list|page|sheet|form|pay|series)\.tsx$|\/parts\//.test(file)),
  "customer booking-form": ["form", "pay", "series"].map((name) => `app/routes/customer/bookings/${name}.tsx`),
  "customer account": [...files("app/routes/account", ".tsx"), "app/routes/customer/layout.tsx"],
  "customer outbox": files("app/routes/dev", ".tsx").filter((file) => file.includes("/outbox")),
  helper: ["app/routes/helper/layout.tsx"],
  "helper helper-today": ["today", "requests", "request"].map((name) => `app/routes/helper/${name}.tsx`),
  "helper helper-visit": ["app/routes/helper/visit.tsx"],
  "helper helper-deeds": ["visit-cancel", "visit-reschedule", "visit-times"].map((name) => `app/routes/helper/${name}.tsx`),
  "helper helper-door": ["visit-extra", "visit-waiting"].map((name) => `app/routes/helper/${name}.tsx`),
  "helper helper-me": files("app/routes/helper", ".tsx").filter((file) => /\/(welcome|calendar(-\w+)?|me|me-(?!calendars)\w+)\.tsx$/.test(file)),
  "helper helper-calendars": ["app/routes/helper/me-calendars.tsx"],
  staff: ["overview", "measures", "demand", "money", "layout"].map((name) => `app/routes/staff/${name}.tsx`),
  "staff staff-bookings": ["bookings", "book", "dispatch"].flatMap((name) => files(`app/routes/staff/${name}`, ".tsx")),
  "staff staff-helpers": ["helpers", "quality", "unresolved", "catalogue", "lanes"].flatMap((name) => files(`app/routes/staff/${name}`, ".tsx")),
  "staff staff-settings": ["settings", "pages", "team"].flatMap((name) => files(`app/routes/staff/${name}`, ".tsx")),
  "staff staff-system outbox": files("app/routes/staff/system", ".tsx"),
};

for (const [area, screens] of Object.entries(screensOf)) {
  test(`the browser has every group of words that the ${area} screens speak with`, async () => {
    const wanted = new Set(screens.flatMap((screen) => [...reached(screen)]).flatMap((file) => [...readFileSync(file, "utf8").matchAll(named)].flatMap(([, module = "", group = ""]) => (group in (all[module] ?? {}) && !(area.startsWith("staff") && journalNames.has(`${module}.${group}`)) ? [`${module}.${group}`] : []))));
    expect(wanted.size).toBeGreaterThan(5);
    for (const locale of area.startsWith("staff") ? (["de", "en"] as const) : locales) {
      const bundles = await Promise.all(area.split(" ").map((name) => import(`../../app/texts/bundles/${locale}.${name}.ts`) as Promise<{ default: Words }>));
      const words: Words = {};
      for (const { default: bundle } of bundles) for (const [module, groups] of Object.entries(bundle)) words[module] = { ...(words[module] as Words | undefined), ...(groups as Words) };
      const missing = [...wanted].filter((key) => { const [module = "", group = ""] = key.split("."); const there = words[module]; return typeof there !== "object" || !(group in there); });
      expect(missing.sort(), locale).toEqual([]);
    }
  });
}

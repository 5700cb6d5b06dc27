import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { locales } from "#app/domain/kernel/words.ts";

type Words = { [key: string]: string | Words };
const files = (dir: string, ending: string): string[] => (readdirSync(dir, { recursive: true }) as string[]).filter((name) => name.endsWith(ending)).map((name) => path.join(dir, name));
const modules = files("app/texts/de", ".json").map((file) => path.basename(file, ".json"));
const wordsOf = (locale: string): Words => Object.fromEntries(modules.filter((module) => existsSync(`app/texts/${locale}/${module}.json`)).map((module) => [module, JSON.parse(readFileSync(`app/texts/${locale}/${module}.json`, "utf8")) as Words]));
const source = { de: wordsOf("de"), fr: wordsOf("fr"), it: wordsOf("it"), en: wordsOf("en") };
const all = source.de as Record<string, Words>;
// Journal entries are named like keys; these are only names to staff.
const journalNames = new Set(["payment.open", "booking.hold", "booking.cancel", "booking.report", "booking.signOff"]);
const named = new RegExp(`["'\`]((?:${modules.join("|")})(?:\\.[\\w-]+)+\\.?)(\\$\\{)?`, "g");

const at = (words: Words, key: string): string | Words | undefined => key.split(".").reduce<string | Words | undefined>((inside, part) => (typeof inside === "object" ? inside[part] : undefined), words);

/** The words that a key names, or the whole group in which a screen looks one up: `visit.missed.${who}` needs all of `visit.missed`. Null for what is no key. */
function wordsNamed(key: string, goesOn: boolean): string | null {
  const whole = goesOn ? key.slice(0, key.lastIndexOf(".")) : key.replace(/\.$/, "");
  const [module = "", group = ""] = whole.split(".");
  if (!(group in (all[module] ?? {}))) return null;
  return at(all, whole) === undefined ? `${module}.${group}` : whole;
}

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
  "customer booking-list": ["list", "sheet"].map((name) => `app/routes/customer/bookings/${name}.tsx`),
  "customer booking": ["app/routes/customer/bookings/page.tsx"],
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
  staff: ["app/routes/staff/layout.tsx"],
  "staff staff-overview": ["overview", "measures", "demand", "money"].map((name) => `app/routes/staff/${name}.tsx`),
  "staff staff-bookings": files("app/routes/staff/bookings", ".tsx"),
  "staff staff-book": ["book", "dispatch"].flatMap((name) => files(`app/routes/staff/${name}`, ".tsx")),
  "staff staff-helpers": ["helpers", "quality", "unresolved", "catalogue", "lanes"].flatMap((name) => files(`app/routes/staff/${name}`, ".tsx")),
  "staff staff-settings": ["settings", "pages", "team"].flatMap((name) => files(`app/routes/staff/${name}`, ".tsx")),
  "staff staff-system outbox": files("app/routes/staff/system", ".tsx"),
};

for (const [area, screens] of Object.entries(screensOf)) {
  test(`the browser has every group of words that the ${area} screens speak with`, async () => {
    const wanted = new Set(screens.flatMap((screen) => [...reached(screen)]).flatMap((file) => [...readFileSync(file, "utf8").matchAll(named)].flatMap(([, key = "", goesOn]) => wordsNamed(key, goesOn !== undefined) ?? []).filter((key) => !(area.startsWith("staff") && journalNames.has(key)))));
    expect(wanted.size).toBeGreaterThan(5);
    for (const locale of area.startsWith("staff") ? (["de", "en"] as const) : locales) {
      const bundles = await Promise.all(area.split(" ").map((name) => import(`../../app/texts/bundles/${locale}.${name}.ts`) as Promise<{ default: Words }>));
      const words: Words = {};
      for (const { default: bundle } of bundles) for (const [module, groups] of Object.entries(bundle)) words[module] = { ...(words[module] as Words | undefined), ...(groups as Words) };
      const missing = [...wanted].filter((key) => { const [there, whole] = [at(words, key), at(source[locale], key)]; return there === undefined || JSON.stringify(there) !== JSON.stringify(whole); });
      expect(missing.sort(), locale).toEqual([]);
    }
  });
}

const said = (words: Words): string[] => Object.values(words).flatMap((each) => (typeof each === "string" ? [each] : said(each)));

test("French never breaks a line before a colon, a semicolon, a question mark or an exclamation mark, nor inside quotation marks: a space that does not break stands there, a narrow one before ; ? !", () => {
  const apart = /(?<!\u00a0)[:»](?!\d|\/\/)|(?<!\u202f)[;?!]|«(?!\u00a0)/u;
  expect(said(source.fr).filter((words) => apart.test(words))).toEqual([]);
  expect(["Quoi ?", "Quoi?", "Reste : ceci", "« Ceci »"].filter((words) => !apart.test(words))).toEqual([]);
});

test("no screen or mail of four languages puts a colon after a text of its own: French writes another space before it", () => {
  const own = [...files("app/routes", ".ts"), ...files("app/routes", ".tsx"), ...files("app/ui", ".tsx"), ...files("app/emails", ".ts")].filter((file) => !/routes\/(staff|api|dev)\//.test(file));
  expect(own.length).toBeGreaterThan(100);
  const put = own.flatMap((file) => readFileSync(file, "utf8").split("\n").filter((line) => /[\w)\]]\}: /.test(line)).map((line) => `${file}: ${line.trim()}`));
  expect(put).toEqual([]);
});

test("Italian has one word for cancelling a visit, «disdire», and one for its compensation, «indennizzo»", () => {
  // Leaving a dialogue, throwing a change away and taking something back are other things.
  const others = new Set(["Annulla"]);
  const mixed = said(source.it).filter((words) => !others.has(words) && /annull|indennit/i.test(words.replace("Non si può annullare", "")));
  expect(mixed).toEqual([]);
});

test("apostrophes, dashes and dots are those of print in the languages that readers have", () => {
  const typed = Object.fromEntries((["de", "fr", "it"] as const).map((locale) => [locale, said(source[locale]).filter((words) => /\p{L}'\p{L}|\.\.\.| - /u.test(words))]));
  expect(typed).toEqual({ de: [], fr: [], it: [] });
});

test("French never writes «jusqu’à» before a day, which brings its own article", () => {
  // Bare times of the clock follow it; days come as «le jeu. 26 nov.».
  for (const module of ["reschedule", "together"]) expect(JSON.stringify(source.fr[module])).not.toContain("jusqu’à {time}");
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { locales } from "#app/domain/kernel/words.ts";

type Words = { [key: string]: string | Words };
const files = (dir: string, ending: string): string[] => (readdirSync(dir, { recursive: true }) as string[]).filter((name) => name.endsWith(ending)).map((name) => path.join(dir, name));
const modules = files("app/texts/de", ".json").map((file) => path.basename(file, ".json"));
const all = Object.fromEntries(modules.map((module) => [module, JSON.parse(readFileSync(`app/texts/de/${module}.json`, "utf8")) as Words]));
// Journal entries are named like keys; "payment.open" is one of them to staff.
const journalNames = new Set(["payment.open"]);
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

const screensOf: Record<string, string[]> = {
  customer: ["home", "search", "search-map", "helper", "slots", "slots-professional", "certificate", "area-wish", "layout"].map((name) => `app/routes/customer/${name}.tsx`),
  booking: [...files("app/routes/customer/bookings", ".tsx"), ...files("app/routes/account", ".tsx")],
  helper: files("app/routes/helper", ".tsx"),
  staff: [...files("app/routes/staff", ".tsx"), ...files("app/routes/dev", ".tsx")],
};

for (const [area, screens] of Object.entries(screensOf)) {
  test(`the browser has every group of words that the ${area} screens speak with`, async () => {
    const wanted = new Set(screens.flatMap((screen) => [...reached(screen)]).flatMap((file) => [...readFileSync(file, "utf8").matchAll(named)].flatMap(([, module = "", group = ""]) => (group in (all[module] ?? {}) && !journalNames.has(`${module}.${group}`) ? [`${module}.${group}`] : []))));
    expect(wanted.size).toBeGreaterThan(10);
    for (const locale of area === "staff" ? (["de", "en"] as const) : locales) {
      const bundles = await Promise.all((area === "booking" ? ["customer", "booking"] : [area]).map((name) => import(`../../app/texts/bundles/${locale}.${name}.ts`) as Promise<{ default: Words }>));
      const words = Object.assign({}, ...bundles.map((bundle) => bundle.default)) as Words;
      const missing = [...wanted].filter((key) => { const [module = "", group = ""] = key.split("."); const there = words[module]; return typeof there !== "object" || !(group in there); });
      expect(missing.sort(), locale).toEqual([]);
    }
  });
}

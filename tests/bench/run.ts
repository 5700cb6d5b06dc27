import { cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { measureBooking } from "./booking.ts";
import { measureBrowser } from "./browser.ts";
import { builds, root } from "./houses.ts";
import { measurePages, measureStart } from "./pages.ts";
import { type Line, print } from "./report.ts";
import { measureSearch } from "./search.ts";
import { measureSlots } from "./slots.ts";
import { aims, screenWeights } from "./weights.ts";

/** `npm run bench`: every figure in one run with its baselines beside it; `--json` for machines, `--only search,pages` for a part. */
const { values } = parseArgs({ options: { json: { type: "boolean" }, only: { type: "string" }, helpers: { type: "string" }, seconds: { type: "string" } } });
const asked = values.only?.split(",");
const wants = (part: string) => !asked || asked.includes(part);
const say = (text: string) => console.error(text);
const lines: Line[] = [];
const figures: Record<string, unknown> = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model };
const add = (part: string, what: string, ours: string, baseline: string, aim = "", holds: boolean | null = null) => lines.push({ part, what, ours, baseline, aim, holds });

if (wants("search")) {
  const all = [];
  for (const helpers of (values.helpers ?? "600,10000,100000").split(",").map(Number)) {
    say(`Searching among ${helpers} helpers …`);
    const one = await measureSearch(helpers);
    all.push(one);
    const times = ({ p50, p99 }: { p50: number; p99: number }) => `${p50} / ${p99} ms`;
    const isLargest = helpers >= 100_000;
    add("search", `nearest of ${helpers} helpers, p50 / p99 (${one.found} found)`, `${times(one.nearest)}, ${one.ratio}×`, `bare SQL ${times(one.bare)}`, isLargest ? "≤ 2× at p50" : "", isLargest ? one.ratio <= 2 : null);
    add("search", `the same with cards and free slots`, times(one.page), "");
  }
  figures.search = all;
}
if (wants("slots")) {
  say("Looking for slots …");
  const slots = await measureSlots();
  figures.slots = slots;
  const times = ({ p50, p99 }: { p50: number; p99: number }) => `${p50} / ${p99} ms`;
  add("slots", `28 days of one helper with 100 bookings, ways included, p50 / p99 (${slots.slots} slots)`, times(slots.ours), `plain way ${times(slots.plain)}`, "< 3 ms", slots.ours.p50 < 3);
  add("slots", `next free slot of 20 helpers with 100 bookings each (${slots.found} found)`, times(slots.next), `bare reads ${times(slots.bare)}`, "< 20 ms", slots.next.p50 < 20);
}
if (wants("pages")) {
  say("Asking for pages …");
  const pages = await measurePages(Number(values.seconds ?? 10));
  figures.pages = pages;
  const text = ({ perSecond, p50, p99 }: { perSecond: number; p50: number; p99: number }) => `${perSecond}/s, ${p50} / ${p99} ms`;
  add("pages", "results page, 16 connections", text(pages.results), `bare Remix ${text(pages.bareRemix)}`, "≥ 150/s", pages.results.perSecond >= 150);
  add("pages", "", "", `bare Express ${text(pages.bareExpress)}`);
  add("pages", "home page", text(pages.home), `node:http hello ${text(pages.hello)}`);
}
if (wants("booking")) {
  say("Booking …");
  const booking = await measureBooking();
  figures.booking = booking;
  add("booking", "slots held, synchronous=FULL", `${booking.ours}/s, ${booking.oursAtOnce}/s at 16 at once`, `bare SQL ${booking.bare}/s (${booking.ratio}×)`);
}
if (wants("start")) {
  say("Starting and stopping …");
  const start = await measureStart();
  figures.start = start;
  add("start", "cold start to /readyz, median of 5", `${start.coldStartMs} ms`, "", "≤ 2000 ms", start.coldStartMs <= 2000);
  add("start", "memory after 1000 pages", `${start.rssMb} MB`, `${start.rssAtStartMb} MB at start`, "< 250 MB", start.rssMb < 250);
}
if (wants("weight")) {
  builds();
  const weights = screenWeights(path.join(root, "build/client"));
  figures.weight = weights;
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  for (const { screen, bytes, withMap } of weights.filter(({ screen: name }) => /^(customer|account)\//.test(name)))
    add("JavaScript", screen, withMap > bytes ? `${kB(bytes)}, ${kB(withMap)} with the map` : kB(bytes), "", withMap > bytes ? "≤ 120 / 170 kB" : "≤ 120 kB", bytes <= aims.screen && withMap <= aims.withMap);
}
if (wants("browser")) {
  say("Lighthouse …");
  const scores = await measureBrowser();
  figures.browser = scores;
  for (const { page, performance, accessibility, bestPractices, seo, failed } of scores) {
    const all = [performance, accessibility, bestPractices, seo];
    add("Lighthouse", `${page}, mobile: performance, accessibility, best practices, SEO`, all.join(", "), failed.join("; ").slice(0, 120), "≥ 95 each", all.every((score) => score >= 95));
  }
}

if (values.json) console.log(JSON.stringify({ figures, short: lines.filter(({ holds }) => holds === false) }, null, 2));
else print(lines, figures);

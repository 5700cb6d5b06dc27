import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { browserArgs, ensureBrowser } from "../support/browser.ts";
import { builds, copyOf } from "./houses.ts";
import { resultsPath } from "./pages.ts";
import { calmHouse, serveProduct } from "./served.ts";

export type Scores = { page: string; performance: number; accessibility: number; bestPractices: number; seo: number; failed: string[] };

/** Lighthouse's four scores for a phone, on home and results, with the audits that cost points. */
export async function measureBrowser(): Promise<Scores[]> {
  const { path } = await resultsPath();
  const { product } = builds();
  const house = await serveProduct(product, copyOf(await calmHouse(product), "browser"));
  const chrome = await launch({ chromePath: ensureBrowser(), chromeFlags: ["--headless=new", ...browserArgs] });
  const scores: Scores[] = [];
  try {
    for (const [page, address] of [["home", "/de"], ["results", path]] as const) {
      const run = await lighthouse(`http://localhost:${house.port}${address}`, { port: chrome.port, output: "json", logLevel: "silent" });
      const of = (name: string) => Math.round((run?.lhr.categories[name]?.score ?? 0) * 100);
      const weighed = Object.values(run?.lhr.categories ?? {}).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id));
      const failed = weighed.filter((id) => (run?.lhr.audits[id]?.score ?? 1) < 0.9).map((id) => `${id} ${run?.lhr.audits[id]?.displayValue ?? ""}`.trim());
      scores.push({ page, performance: of("performance"), accessibility: of("accessibility"), bestPractices: of("best-practices"), seo: of("seo"), failed });
    }
  } finally {
    chrome.kill();
    await house.stop();
  }
  return scores;
}

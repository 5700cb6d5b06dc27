import AxeBuilder from "@axe-core/playwright";
import { addresses } from "./support/addresses.ts";
import { expect, test } from "./support/fixtures.ts";
import { demo } from "./support/people.ts";

/** Staff screens are in German and English, the others are looked at in German and French. */
const languages = { visitor: ["de", "fr"], customer: ["de", "it"], helper: ["de", "fr"], admin: ["de", "en"] } as const;
const widths = [390, 1280] as const;

for (const who of ["visitor", "customer", "helper", "admin"] as const)
  for (const [at, width] of widths.entries())
    test(`every screen of a ${who} fits ${width} px and is accessible`, async ({ page, house, asPerson, asStaff }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      if (who === "admin") await asStaff(page, demo.admin);
      else if (who !== "visitor") await asPerson(page, demo[who]);
      const problems: string[] = [];
      const language = languages[who][at] ?? "de";
      for (const { path } of addresses(house).filter((address) => address.who === who)) {
        const address = `/${language}${path}`;
        const answer = await page.goto(address);
        const status = answer?.status() ?? 0;
        if (status >= 500 || (status >= 400 && !path.includes("nowhere"))) problems.push(`${address}: ${status}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) problems.push(`${address}: ${over} px too wide`);
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
        for (const { id, nodes } of violations) problems.push(`${address}: ${id} at ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")}`);
      }
      expect(problems).toEqual([]);
    });

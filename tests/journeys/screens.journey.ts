import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addresses } from "./support/addresses.ts";
import { expect, test } from "./support/fixtures.ts";
import { demo } from "./support/people.ts";
import { fillForm, firstSlot, press, search } from "./support/steps.ts";

/** Staff screens are in German and English, the others are looked at in German and French. */
const languages = { visitor: ["de", "fr"], customer: ["de", "it"], helper: ["de", "fr"], admin: ["de", "en"] } as const;
const widths = [390, 1280] as const;
const sizeOf = (width: number) => ({ width, height: width === 390 ? 844 : 900 });

/** What is wrong with the screen that is open: wider than the window, or against the accessibility rules. */
async function problemsOf(page: Page, name: string): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  return [...(over > 0 ? [`${name}: ${over} px too wide`] : []), ...violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")}`)];
}

for (const who of ["visitor", "customer", "helper", "admin"] as const)
  for (const [at, width] of widths.entries())
    test(`every screen of a ${who} fits ${width} px and is accessible`, async ({ page, house, asPerson, asStaff }) => {
      test.setTimeout(360_000);
      await page.setViewportSize(sizeOf(width));
      if (who === "admin") await asStaff(page, demo.admin);
      else if (who !== "visitor") await asPerson(page, demo[who]);
      const problems: string[] = [];
      const language = languages[who][at] ?? "de";
      for (const { path } of addresses(house).filter((address) => address.who === who)) {
        const address = `/${language}${path}`;
        const answer = await page.goto(address);
        const status = answer?.status() ?? 0;
        if (status >= 500 || (status >= 400 && !path.includes("nowhere"))) problems.push(`${address}: ${status}`);
        problems.push(...(await problemsOf(page, address)));
      }
      expect(problems).toEqual([]);
    });

for (const width of widths)
  test(`every screen between the slot and the paid booking, and of signing in, fits ${width} px and is accessible`, async ({ page, house, lastMail, asStaff }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(sizeOf(width));
    const problems: string[] = [];
    const look = async (name: string) => void problems.push(...(await problemsOf(page, name)));
    await search(page, "Besseres WLAN", "4051");
    await firstSlot(page, null, house);
    await look("booking form");
    await press(page, page.getByRole("button", { name: /Weiter zur Zahlung/ }));
    await look("booking form with problems");
    const form = page.url();
    await fillForm(page, { name: "Rosa Rundgang", email: "rosa@quartier.example" });
    await look("play money");
    await page.goto(form.replace(/\/form.*/, "/pay"));
    await look("payment not finished");

    await page.goto("/de/sign-in");
    await page.locator('input[name="email"]').fill("rosa@quartier.example");
    await press(page, page.locator('main form button[type="submit"]'));
    await look("code");
    const mail = await lastMail("rosa@quartier.example");
    await page.goto(/https?:\/\/\S+\/sign-in\/\S+/.exec(mail.text)?.[0] ?? "/nowhere");
    await look("link");

    const browser = page.context().browser();
    const desk = await browser?.newContext();
    if (!desk) throw new Error("There is no browser");
    const staff = await desk.newPage();
    await asStaff(staff, demo.admin);
    await staff.goto(`${house.origin}/de/staff/team`);
    await staff.locator('input[name="name"]').fill("Nora Neu");
    await staff.locator('input[name="email"]').fill(`nora.${width}@quartier.example`);
    await staff.locator('input[type="checkbox"]').first().check({ force: true });
    await press(staff, staff.getByRole("button", { name: "Einladung senden" }));
    await desk.close();
    const invitation = await lastMail(`nora.${width}@quartier.example`);
    await page.goto(/https?:\/\/\S+\/invitation\S*/.exec(invitation.text)?.[0] ?? "/nowhere");
    await expect(page.locator('input[type="password"]').first()).toBeVisible();
    await look("invitation");
    expect(problems).toEqual([]);
  });

import type { Page } from "@playwright/test";
import { expect, test, withDatabase } from "./support/fixtures.ts";
import { demo } from "./support/people.ts";

/** Presses Tab until the focused element is the one meant; a focus that cannot be seen fails. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    const there = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    if (there) {
      const visible = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const shown = [focused, focused.parentElement, focused.nextElementSibling].filter((element) => element instanceof HTMLElement);
        return shown.some((element) => {
          const style = getComputedStyle(element);
          return (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
        });
      });
      expect(visible, `the focus on ${selector} can be seen`).toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${selector} on ${page.url()}`);
}
const type = async (page: Page, selector: string, text: string): Promise<void> => {
  await tabTo(page, selector);
  await page.keyboard.type(text);
};
/** Arrow keys choose within a radio group; the first arrow press selects. */
const choose = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, `input[type="radio"][name="${name}"]`);
  await page.keyboard.press("Space");
};

test("the main job is done by keyboard alone", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/de");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Zum Inhalt");
  await page.keyboard.press("Enter");
  await type(page, 'input[name="what"]', "Besseres WLAN");
  await type(page, 'input[name="where"]', "4051");
  await tabTo(page, 'form button[type="submit"]');
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Besseres WLAN");

  await tabTo(page, 'a[href*="/book?"]');
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/book\?/);
  await tabTo(page, 'main input[type="radio"]');
  await page.keyboard.press("Space");
  await tabTo(page, 'main form button[type="submit"]');
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/form/);
  // The address changes before the page does.
  await page.locator('input[name="street"]').waitFor();

  const names = await page.evaluate(() => [...new Set([...document.querySelectorAll<HTMLInputElement>('main input[type="radio"]')].map(({ name }) => name))]);
  for (const name of names) await choose(page, name);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await type(page, 'main input[name^="intake."]:not([type="radio"])', "3");
  await type(page, 'input[name="street"]', "Rheingasse 12");
  await type(page, 'input[name="name"]', "Karl Tastatur");
  await type(page, 'input[name="email"]', "karl@quartier.example");
  await type(page, 'input[name="mobile"]', "079 123 45 67");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/play-money\/checkout/);
  await tabTo(page, "button");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/bookings\/[0-9a-f-]{36}/);
  await expect(page.getByText("Angefragt").first()).toBeVisible();

  // A button that is gone with the answer leaves the focus where the page says what happened.
  await page.goto(`${page.url().split("?")[0]}/people`);
  await page.locator("main form[novalidate]").waitFor();
  await tabTo(page, 'main button[value="add"]');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Vor- und Nachname: Füllen Sie bitte dieses Feld aus.", "E-Mail: Füllen Sie bitte dieses Feld aus."]);
  await type(page, 'input[name="name"]', "Lea Muster");
  await type(page, 'input[name="email"]', "lea@quartier.example");
  await tabTo(page, 'main button[value="add"]');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Link ist unterwegs" })).toBeFocused();
  await tabTo(page, 'main button[value="remove"]');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Entfernt" })).toBeFocused();
  await expect(page.getByText("lea@quartier.example")).toHaveCount(0);
});

test("an empty form puts the focus on the summary of what to mend, and its links lead to the fields", async ({ page }) => {
  await page.goto("/de/sign-in");
  // Before the page wakes, the browser's own check of required fields answers instead.
  await page.locator("main form[novalidate]").waitFor();
  await tabTo(page, 'main form button[type="submit"]');
  await page.keyboard.press("Enter");
  const summary = page.getByRole("alert").filter({ has: page.getByRole("link") });
  await expect(summary).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator('input[name="email"]')).toBeFocused();
  // The same mistake once more is said once more.
  await page.keyboard.press("Enter");
  await expect(summary).toBeFocused();
});

test("forgetting a helper leads on to the next in the list, and at last to its end, and says so", async ({ page, asPerson, house }) => {
  const helpers = withDatabase(house, (db) => db.prepare("select id from helper where state = 'active' and paused_at is null order by id limit 2").all() as { id: string }[]);
  await asPerson(page, demo.customer);
  for (const { id } of helpers) await page.request.post(`/de/helpers/${id}/remember`, { form: { intent: "remember", back: "/de/account/helpers" }, headers: { origin: house.origin } });
  await page.goto("/de/account/helpers");
  const rows = page.locator("main li[id^=helper-]");
  const status = page.locator("main").getByRole("status");
  for (let left = await rows.count(); left > 0; left--) {
    const name = await rows.first().locator("p").first().textContent();
    await rows.first().getByRole("button", { name: /nicht mehr merken/ }).press("Enter");
    await expect(rows).toHaveCount(left - 1);
    await expect(status.filter({ hasText: `${name} ist nicht mehr gemerkt.` })).toHaveCount(1);
    const focused = left > 1 ? rows.first() : page.locator("main div:focus").filter({ hasText: "Noch niemand gemerkt" });
    await expect(focused).toBeFocused();
  }
});

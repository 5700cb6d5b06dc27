import type { Page } from "@playwright/test";
import { expect, test, withDatabase } from "./support/fixtures.ts";
import type { House } from "./support/house.ts";
import { demo } from "./support/people.ts";
import { fillForm, firstSlot, payWith, press, search } from "./support/steps.ts";

const phone = { width: 390, height: 844 };

const bookingOf = (page: Page): string => /\/bookings\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
const startOf = (house: House, id: string): number => withDatabase(house, (db) => (db.prepare("select starts_at as at from booking where id = ?").get(id) as { at: number }).at);
const times = (page: Page) => page.locator('main input[type="checkbox"][name="slot"]');

test.describe("another time", () => {
  test.use({ viewport: phone });

  test("is proposed by a guest over two screens of days and taken by the helper; what the helper asks in turn is refused @nojs", async ({ page, browser, asPerson, house, javaScriptEnabled }) => {
    await search(page, "Besseres WLAN", "4051");
    await firstSlot(page, demo.helper, house);
    await fillForm(page, { name: "Rita Regen", email: "rita@quartier.example" });
    await payWith(page, "TWINT");
    const id = bookingOf(page);
    const first = startOf(house, id);

    const helperBrowser = await browser.newContext({ viewport: phone, javaScriptEnabled: javaScriptEnabled ?? true });
    const helper = await helperBrowser.newPage();
    await asPerson(helper, demo.helper);
    await helper.goto(`/de/helper/requests/${id}`);
    await press(helper, helper.getByRole("button", { name: /annehmen|zusagen/i }));

    // Two times on two screens of days: the first stays chosen on the second screen.
    await page.goto(`/de/bookings/${id}`);
    await page.getByRole("link", { name: "Andere Zeit vorschlagen" }).first().click();
    await times(page).last().check({ force: true });
    const chosen = Number(await times(page).last().getAttribute("value"));
    await page.getByRole("button", { name: "Spätere Tage" }).click();
    await expect(page.getByText("Schon gewählt")).toBeVisible();
    await expect(page.locator(`input[name="slot"][value="${chosen}"]`)).toBeChecked();
    await times(page).last().check({ force: true });
    const later = Number(await times(page).last().getAttribute("value"));
    expect(later).toBeGreaterThan(chosen);
    await press(page, page.getByRole("button", { name: "Zeiten vorschlagen" }).last());
    await expect(page.getByText("Ihr Vorschlag wartet auf Antwort")).toBeVisible();
    expect(startOf(house, id)).toBe(first);

    await helper.goto(`/de/helper/visits/${id}`);
    await expect(helper.getByText("schlägt andere Zeiten vor")).toBeVisible();
    await press(helper, helper.locator(`button[name="slot"][value="${later}"]`));
    await expect(helper.getByText("Die neue Zeit ist abgemacht.")).toBeVisible();
    expect(startOf(house, id)).toBe(later);

    await helper.goto(`/de/helper/visits/${id}/reschedule`);
    await times(helper).first().check({ force: true });
    await press(helper, helper.getByRole("button", { name: "Zeiten vorschlagen" }).last());
    await helperBrowser.close();

    await page.goto(`/de/bookings/${id}`);
    await expect(page.getByText("schlägt andere Zeiten vor")).toBeVisible();
    await press(page, page.getByRole("button", { name: "Keine davon" }));
    await expect(page.getByText("Ihre Antwort ist angekommen. Der Termin bleibt, wie er ist.")).toBeVisible();
    expect(startOf(house, id)).toBe(later);
  });
});

test("the board of open requests looks again by itself, also where nothing runs in the page @nojs", async ({ page, asStaff, javaScriptEnabled }) => {
  await asStaff(page, demo.support);
  await page.goto("/de/staff/dispatch");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // Inside <noscript>: a page that runs scripts knows it as text only and is never loaded anew under somebody's hands.
  await expect(page.locator('head noscript meta[http-equiv="refresh"], head > meta[http-equiv="refresh"]')).toHaveCount(javaScriptEnabled === false ? 1 : 0);
});

import { expect, type Locator, type Page } from "@playwright/test";
import type { House } from "./house.ts";
import { withDatabase } from "./fixtures.ts";

/** Presses a button that sends a form, and goes on only when the answer has come: leaving earlier would take the form back. */
export async function press(page: Page, button: Locator): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await button.click();
  await answered;
  await page.waitForLoadState("networkidle");
}

/** From the home page to the list of helpers, in German. */
export async function search(page: Page, what: string, where: string): Promise<void> {
  await page.goto("/de");
  await page.locator('input[name="what"]').fill(what);
  await page.locator('input[name="where"]').fill(where);
  // By key, since suggestions that come late may lie over the button.
  await page.getByRole("button", { name: "Hilfe finden" }).press("Enter");
  await expect(page).toHaveURL(/\/de\/search/);
  await expect(page.getByRole("link", { name: /Termin wählen/ }).first()).toBeVisible();
}

/** The first free slot of one helper's listing found on the list, or of the first in the list. */
export async function firstSlot(page: Page, email: string | null, house: House): Promise<void> {
  const links = page.getByRole("link", { name: /Termin wählen/ });
  const helperId = email ? withDatabase(house, (db) => (db.prepare("select h.id from helper h join person p on p.id = h.person_id where p.email = ?").get(email) as { id: string }).id) : null;
  const link = helperId ? page.locator(`a[href*="/helpers/${helperId}/book"]`) : links;
  await link.first().click();
  await page.locator('input[type="radio"]').first().check({ force: true });
  await page.getByRole("button", { name: /reservieren/ }).last().click();
  await expect(page).toHaveURL(/\/form/);
}

/** The booking form of "better-wlan", filled in by a guest. */
export async function fillForm(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.getByLabel("In einem Raum").check({ force: true });
  await page.getByLabel("Es ist langsam").check({ force: true });
  await page.getByLabel(/Wie viele Zimmer/).fill("4");
  for (const question of [/mehreren Stockwerken/, /WLAN-Verstärker/]) await page.getByRole("group", { name: question }).or(page.getByRole("radiogroup", { name: question })).getByLabel("Nein").check({ force: true });
  await page.getByLabel("In Ihren Worten").fill("Im Schlafzimmer ist das WLAN sehr langsam.");
  await page.getByLabel("Strasse und Nummer").fill("Rheingasse 12");
  await page.getByLabel("Vor- und Nachname").fill(name);
  await page.getByRole("textbox", { name: "E-Mail", exact: true }).fill(email);
  await page.getByLabel("Handy oder Telefon").fill("079 123 45 67");
  await page.getByRole("button", { name: /Weiter zur Zahlung/ }).click();
  await expect(page).toHaveURL(/play-money\/checkout/);
}

export async function payWith(page: Page, method: "TWINT" | "Karte"): Promise<void> {
  await page.getByRole("button", { name: method === "TWINT" ? /Mit TWINT/ : /Karte 4242/ }).click();
  await expect(page).toHaveURL(/\/bookings\/[0-9a-f-]{36}(\?|$)/);
}

/** The guided visit from "on my way" to the filed report, everything ticked and solved. */
export async function workThrough(helper: Page): Promise<void> {
  const step = (number: number) => expect(helper.getByText(new RegExp(`Schritt ${number} von 5`))).toBeVisible();
  const go = (name: RegExp) => helper.getByRole("button", { name }).first().click();
  await go(/unterwegs|losgehen/i);
  await step(2);
  await go(/beginn|start/i);
  await step(3);
  for (const box of await helper.locator('input[type="checkbox"]').all()) await box.check({ force: true });
  await go(/beend|fertig|abschliess/i);
  await step(4);
  await helper.locator('input[name="outcome"][value="solved"]').check({ force: true });
  for (const box of await helper.locator('input[type="checkbox"]').all()) await box.check({ force: true });
  await helper.locator('button[name="intent"][value="report"]:visible').last().click();
  await step(5);
}

import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "./support/fixtures.ts";
import { demo } from "./support/people.ts";
import { press } from "./support/steps.ts";

const submit = (page: Page) => press(page, page.locator('main form button[type="submit"]:visible').last());
const found = async (page: Page, name: string): Promise<number> => {
  await page.goto("/de/search?service=better-wlan&place=4051-basel&sort=distance");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("WLAN");
  return page.getByText(name).count();
};

test("staff invite and certify a person, who then appears in search, and suspend them, and they vanish at once", async ({ page, browser, asStaff, lastMail }) => {
  test.setTimeout(120_000);
  const staffBrowser = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const staff = await staffBrowser.newPage();
  await asStaff(staff, demo.certifier);
  await staff.goto("/de/staff/helpers/invite");
  await staff.getByLabel("Vorname").fill("Neva");
  await staff.getByLabel("Nachname").fill("Neuhaus");
  await staff.getByLabel("Mailadresse").fill("neva@quartier.example");
  await press(staff, staff.getByRole("button", { name: /einladung senden|einladen/i }).last());
  await expect(staff.getByText("neva@quartier.example").first()).toBeVisible();

  const mail = await lastMail("neva@quartier.example", "helper.invitation");
  const helperBrowser = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const helper = await helperBrowser.newPage();
  await helper.goto(/https?:\/\/\S+\/invitation\/\S+/.exec(mail.text)?.[0] ?? "");
  await submit(helper);
  await expect(helper).toHaveURL(/\/de\/helper\/welcome/);

  await helper.goto("/de/helper/me/profile");
  await helper.locator('textarea[name="biography"]').fill("Ich richte seit Jahren Netzwerke ein und erkläre gern.");
  await helper.locator('input[name="mobile"]').fill("079 555 44 33");
  await submit(helper);
  await helper.goto("/de/helper/me/picture");
  const picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: "#88aa99" } }).jpeg().toBuffer();
  await helper.locator('input[type="file"]').setInputFiles({ name: "portrait.jpg", mimeType: "image/jpeg", buffer: picture });
  await submit(helper);
  await helper.goto("/de/helper/me/address");
  await helper.locator('input[name="street"]').fill("Klybeckstrasse 20");
  await helper.locator('input[name="postcode"]').fill("4057");
  await helper.locator('input[name="locality"]').fill("Basel");
  await submit(helper);
  await helper.goto("/de/helper/calendar");
  await openHours(helper);
  await helper.goto("/de/helper/me/payout");
  await submit(helper);
  await expect(helper).toHaveURL(/play-money\/onboarding/);
  await press(helper, helper.getByRole("button").first());
  await expect(helper).toHaveURL(/\/helper\/me\/payout/);

  await openHelper(staff, "Neva Neuhaus");
  await staff.getByRole("link", { name: /^Zertifizieren/ }).first().click();
  await staff.locator('input[name="programme"][value="connectivity-help"]').check({ force: true });
  await submit(staff);
  await expect(staff.getByText(/Q-\d{4}-/).first()).toBeVisible();

  expect(await found(page, "Neva N.")).toBe(0);
  await helper.goto("/de/helper/me/listings/better-wlan");
  await helper.locator('input[name="state"][value="live"]').check({ force: true });
  await submit(helper);
  await expect(helper).toHaveURL(/\/me\/listings(\?|$)/);
  expect(await found(page, "Neva N.")).toBeGreaterThan(0);

  await openHelper(staff, "Neva Neuhaus");
  const theirPage = staff.url();
  await staff.getByRole("link", { name: /Sofort sperren/ }).first().click();
  await staff.locator('textarea[name="reason"]').fill("Verdacht auf unsichere Arbeit.");
  await press(staff, staff.getByRole("button", { name: /Jetzt sperren/ }));
  expect(await found(page, "Neva N.")).toBe(0);
  await staff.goto(theirPage);
  const number = /Q-\d{4}-\w{4}-\w{4}/.exec(await staff.locator("main").innerText())?.[0] ?? "";
  await page.goto(`/de/certificates/${number}`);
  await expect(page.getByText(/nicht gültig/i).first()).toBeVisible();
  expect(await page.content()).not.toContain("unsichere Arbeit");
  await helperBrowser.close();
  await staffBrowser.close();
});

/** Evenings on every weekday. */
async function openHours(helper: Page): Promise<void> {
  const from = helper.locator('input[name$="from"], input[name*="from"]');
  const until = helper.locator('input[name$="until"], input[name*="until"]');
  await from.first().fill("09:00");
  await until.first().fill("18:00");
  await press(helper, helper.locator("form").filter({ has: from.first() }).locator('button[type="submit"]:visible').last());
}

/** The list keeps its place and shows a panel; the whole page is one link further. */
async function openHelper(staff: Page, name: string): Promise<void> {
  await staff.goto("/de/staff/helpers");
  await staff.getByRole("link", { name }).click();
  await staff.getByRole("link", { name: "Seite öffnen" }).click();
  await expect(staff).toHaveURL(/\/staff\/helpers\/[0-9a-f-]{36}$/);
}

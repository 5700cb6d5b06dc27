import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures.ts";
import { demo } from "./support/people.ts";
import { fillForm, firstSlot, payWith, press, search, workThrough } from "./support/steps.ts";

const phone = { width: 390, height: 844 };

/** The booking's own address, whatever page of it is open. */
const bookingOf = (page: Page): string => /\/bookings\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";

test.describe("a guest on a phone", () => {
  test.use({ viewport: phone });

  test("books a helper without an account, pays, is visited and signs off @nojs", async ({ page, browser, asPerson, lastMail, house, moveClock }) => {
    await search(page, "Besseres WLAN", "4051");
    await firstSlot(page, demo.helper, house);
    await fillForm(page, { name: "Gerda Gast", email: "gerda@quartier.example" });
    await payWith(page, "TWINT");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("WLAN");
    await expect(page.getByText("Angefragt").first()).toBeVisible();
    const id = bookingOf(page);

    // The signed link in the mail opens the booking in another browser.
    const mail = await lastMail("gerda@quartier.example", "booking.requested.customer");
    const link = /https?:\/\/\S+\/bookings\/\S+/.exec(mail.text)?.[0] ?? "";
    const elsewhere = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
    const other = await elsewhere.newPage();
    await other.goto(link);
    await expect(other).toHaveURL(new RegExp(`/bookings/${id}$`));
    await elsewhere.close();

    // The helper accepts and works through the visit.
    const helperBrowser = await browser.newContext({ viewport: phone });
    const helper = await helperBrowser.newPage();
    await asPerson(helper, demo.helper);
    await helper.goto(`/de/helper/requests/${id}`);
    await expect(helper.getByText("Im Schlafzimmer ist das WLAN sehr langsam.")).toBeVisible();
    await expect(helper.getByText("Rheingasse 12")).toHaveCount(0);
    await press(helper, helper.getByRole("button", { name: /annehmen|zusagen/i }));
    await helper.goto(`/de/helper/visits/${id}`);
    await expect(helper.getByText(/Rheingasse 12/).first()).toBeVisible();
    await moveClock(id);
    await helper.reload();
    await workThrough(helper);
    await helperBrowser.close();

    await page.goto(`/de/bookings/${id}/sign-off`);
    await page.locator('input[name="solved"][value="yes"]').check({ force: true });
    await page.locator('input[name="right"][value="yes"]').check({ force: true });
    await press(page, page.getByRole("button", { name: /senden|abschliessen|antwort/i }).last());
    await page.goto(`/de/bookings/${id}`);
    await expect(page.getByText(/Abgenommen|Abgeschlossen|gelöst/i).first()).toBeVisible();
  });
});

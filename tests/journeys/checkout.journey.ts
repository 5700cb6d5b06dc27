import { expect, test as base } from "./support/fixtures.ts";
import { startHouse } from "./support/house.ts";
import { fillForm, firstSlot, payWith, search } from "./support/steps.ts";

/** The hosted Checkout lies on another origin, as Stripe's does: the content policy must name it, or the browser blocks the way there. */
const test = base.extend<object, { house: Awaited<ReturnType<typeof startHouse>> }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern, and it needs nothing.
    async ({}, use) => {
      const house = await startHouse({}, { secondOrigin: true });
      await use(house);
      await house.stop();
    },
    { scope: "worker" },
  ],
});

test("a customer pays on a second origin and comes back", async ({ page, house }) => {
  await search(page, "Besseres WLAN", "4051");
  await firstSlot(page, null, house);
  await fillForm(page, { name: "Zoe Zweit", email: "zoe@quartier.example" });
  expect(new URL(page.url()).origin).not.toBe(house.origin);
  await payWith(page, "Karte");
  expect(new URL(page.url()).origin).toBe(house.origin);
  await expect(page.getByText("Angefragt").first()).toBeVisible();
});

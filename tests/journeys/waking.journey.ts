import { expect, test } from "./support/fixtures.ts";

test("keys pressed while a page wakes break nothing", async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  // Between any two tasks of the page someone presses something, so no pause of the waking goes untried.
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      for (const kind of ["focusin", "keydown", "click"]) document.body?.querySelector("a")?.dispatchEvent(new Event(kind, { bubbles: true }));
      if (performance.now() < 8000 && !document.querySelector("form[novalidate]")) port2.postMessage(0);
    };
    port2.postMessage(0);
  });
  await page.goto("/de/sign-in");
  await page.locator("main form[novalidate]").waitFor();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

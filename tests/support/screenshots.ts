import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { startHouse } from "../journeys/support/house.ts";
import { fillForm, firstSlot, payWith, search } from "../journeys/support/steps.ts";
import makeTemplate, { templateDir } from "../journeys/support/template.ts";
import { browserArgs, ensureBrowser, userAgent } from "./browser.ts";

/** `npm run screenshots`: takes the README's pictures from the running demo, so that they never lie. */
const folder = path.resolve(import.meta.dirname, "../../public/screenshots");
mkdirSync(folder, { recursive: true });
if (!existsSync(path.join(templateDir, "quartier.sqlite"))) makeTemplate();

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await sharp(await page.screenshot()).webp({ quality: 82 }).toFile(path.join(folder, `${name}.webp`));
  console.log(`${name}.webp`);
}

const house = await startHouse();
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs });
try {
  const open = (width: number, height: number) => browser.newPage({ baseURL: house.origin, viewport: { width, height }, deviceScaleFactor: 2, userAgent, locale: "de-CH", timezoneId: "Europe/Zurich" });
  const desk = await open(1280, 840);
  await desk.goto("/de/search?service=better-wlan&place=4051-basel");
  await desk.waitForTimeout(1500);
  await take(desk, "results");
  const phone = await open(390, 844);
  await search(phone, "Besseres WLAN", "4051");
  await firstSlot(phone, null, house);
  await fillForm(phone, { name: "Anna Beispiel", email: "anna@quartier.example" });
  await payWith(phone, "TWINT");
  await take(phone, "booking");
} finally {
  await browser.close();
  await house.stop();
}

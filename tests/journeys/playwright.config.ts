import path from "node:path";
import { defineConfig } from "@playwright/test";
import { browserArgs, ensureBrowser, userAgent } from "../support/browser.ts";

const root = path.resolve(import.meta.dirname, "../..");

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.journey.ts",
  outputDir: path.join(root, "var/journeys/results"),
  globalSetup: "./support/template.ts",
  workers: 2,
  fullyParallel: false,
  // A busy machine may starve a browser once; what fails twice is a defect, and what passes second is printed as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: { userAgent, actionTimeout: 10_000, locale: "de-CH", timezoneId: "Europe/Zurich", launchOptions: { executablePath: ensureBrowser(), args: browserArgs }, trace: "off" },
  projects: [
    { name: "with JavaScript", use: { javaScriptEnabled: true } },
    { name: "without JavaScript", grep: /@nojs/, use: { javaScriptEnabled: false } },
  ],
});

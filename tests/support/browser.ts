import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"];

/** A Chromium that is here already: the environment's, Playwright's own, the system's. */
export function findBrowser(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given && existsSync(given)) return given;
  const own = chromium.executablePath();
  return existsSync(own) ? own : system.find((file) => existsSync(file));
}

/** Finds a Chromium, or installs one by Playwright's download, then by Debian's packages. */
export function ensureBrowser(): string {
  const here = findBrowser();
  if (here) return here;
  const asRoot = process.getuid?.() === 0;
  spawnSync("npx", ["playwright", "install", ...(asRoot ? ["--with-deps"] : []), "chromium"], { stdio: "inherit", timeout: 300_000 });
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  if (asRoot && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update"], { stdio: "inherit", timeout: 300_000 });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "inherit", timeout: 600_000 });
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error("No Chromium was found or could be installed. Install one (npx playwright install --with-deps chromium, or apt-get install chromium) or name it in CHROMIUM_PATH.");
}

/** Quiet switches: no sandbox as root, no call to the outside. */
export const browserArgs = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];

/** A headless Chromium calls itself a robot and would get the robots' rendering. */
export const userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

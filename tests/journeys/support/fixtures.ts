import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import Database from "better-sqlite3";
import { type House, startHouse } from "./house.ts";

type Fixtures = { asStaff(page: Page, email: string): Promise<void>; asPerson(page: Page, email: string): Promise<void>; /** Waits for a mail of the outbox. */
  lastMail(address: string, kind?: string): Promise<{ subject: string; text: string; html: string }>;
  /** Moves the demo's clock to the start of a booking's visit, as staff would. */
  moveClock(bookingId: string): Promise<void> };

/** A house per worker, sign-in without the sign-in screen, mails from the archive; an unexpected error in the browser's console fails the test. */
export const test = base.extend<Fixtures & { noConsoleErrors: undefined }, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern, and it needs nothing.
    async ({}, use) => {
      const house = await startHouse();
      await use(house);
      await house.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ house }, use) => use(house.origin),
  asStaff: async ({ house }, use) => use((page, email) => signIn(page, house, email, true)),
  asPerson: async ({ house }, use) => use((page, email) => signIn(page, house, email, false)),
  lastMail: async ({ house }, use) =>
    use(async (address, kind) => {
      for (let tries = 0; tries < 100; tries++) {
        const mail = withDatabase(house, (db) => db.prepare("select subject, text, html from mail where to_address = ? and (? is null or kind = ?) order by created_at desc, id desc limit 1").get(address, kind ?? null, kind ?? null));
        if (mail) return mail as { subject: string; text: string; html: string };
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`No mail ${kind ?? ""} for ${address}`);
    }),
  moveClock: async ({ house, browser, asStaff }, use) =>
    use(async (bookingId) => {
      const startsAt = withDatabase(house, (db) => (db.prepare("select starts_at as at from booking where id = ?").get(bookingId) as { at: number }).at);
      const offset = withDatabase(house, (db) => (db.prepare("select offset_ms as ms from clock where id = 'business'").get() as { ms: number } | undefined)?.ms ?? 0);
      const hours = Math.ceil((startsAt - Date.now() - offset) / 3_600_000);
      if (hours <= 0) return;
      const context = await browser.newContext();
      const page = await context.newPage();
      await asStaff(page, "admin@lindensteg.example");
      await page.goto(`${house.origin}/de/staff/system/clock`);
      await context.request.post(`${house.origin}/de/staff/system/clock`, { form: { hours: String(hours) }, headers: { origin: house.origin } });
      await context.close();
    }),
  noConsoleErrors: [
    async ({ context }, use) => {
      const problems: string[] = [];
      const watch = (page: Page) => {
        page.on("pageerror", (problem) => problems.push(String(problem)));
        // A refused form answers with 4xx on purpose, which Chromium prints as an error.
        page.on("console", (message) => message.type() === "error" && !/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()) && problems.push(message.text()));
      };
      context.on("page", watch);
      await use(undefined);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

export function withDatabase<T>({ varDir }: House, work: (db: Database.Database) => T): T {
  const db = new Database(path.join(varDir, "quartier.sqlite"));
  try {
    db.pragma("busy_timeout = 5000");
    return work(db);
  } finally {
    db.close();
  }
}

/** Opens a session in the database and gives its cookie to the browser. */
async function signIn(page: Page, house: House, email: string, staff: boolean): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const now = Date.now();
  withDatabase(house, (db) => {
    const who = db.prepare("select id from person where email = ?").get(email) as { id: string } | undefined;
    if (!who) throw new Error(`Nobody has the address ${email}`);
    db.prepare("insert into session (id, public_id, person_id, level, staff, device, created_at, seen_at, expires_at) values (?, ?, ?, 'full', ?, 'Chromium', ?, ?, ?)").run(
      createHash("sha256").update(`session ${token}`).digest("hex"), randomBytes(8).toString("hex"), who.id, staff ? 1 : 0, now, now, now + 86_400_000,
    );
  });
  await page.context().addCookies([{ name: "quartier", value: token, url: house.origin, httpOnly: true, sameSite: "Lax" }]);
}

import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import Database from "better-sqlite3";
import { type House, startHouse } from "./house.ts";

type Fixtures = { asStaff(page: Page, email: string): Promise<void>; asPerson(page: Page, email: string): Promise<void>; lastMail(address: string, kind?: string): { subject: string; text: string; html: string } };

/** A house per worker, sign-in without the sign-in screen, mails from the archive; an unexpected error in the browser's console fails the test. */
export const test = base.extend<Fixtures & { noConsoleErrors: undefined }, { house: House }>({
  house: [
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
    use((address, kind) =>
      withDatabase(house, (db) => db.prepare("select subject, text, html from mail where to_address = ? and (? is null or kind = ?) order by created_at desc, id desc limit 1").get(address, kind ?? null, kind ?? null) as { subject: string; text: string; html: string }),
    ),
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

function withDatabase<T>({ varDir }: House, work: (db: Database.Database) => T): T {
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

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BookingState, goodWay } from "#app/domain/booking/booking.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { completeOnboarding } from "#app/gateways/payments/standInCheckout.server.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import { day } from "../support/bookings.ts";
import { placed } from "../support/databases.ts";
import { aHelper } from "../support/people.ts";
import { countedRandom, type World, world } from "../support/world.ts";
import { leftOver } from "./leftover.ts";

const isStress = process.env.QUARTIER_STRESS === "1";
const seed = Number(process.env.QUARTIER_FUZZ_SEED ?? (isStress ? Date.now() % 2 ** 31 : 20261122));
const [bookings, kills] = isStress ? [1000, 40] : [100, 4];
const secret = "the tests' own secret, long enough";
const start = Date.parse("2026-11-24T09:00:00+01:00");
const root = path.resolve(import.meta.dirname, "../..");
const built = path.join(root, "var", `killed-${process.pid}`);

type Promised = { id: string; reached: string };

/** How long a life may last: so many promises, and then so many milliseconds more, in the middle of whatever it does by then. */
type Span = { promises: number; ms: number };

/** One life of the house; killed without warning after its span, or left to finish. */
function live(at: string, mode: "book" | "visit" | "run", { from, seed: own, span }: { from: number; seed: number; span: Span | null }): Promise<{ promises: Promised[]; finished: boolean; error: string }> {
  return new Promise((resolve) => {
    const house = spawn(process.execPath, [path.join(built, "killed.child.js"), at, mode, secret, String(from), String(Date.now()), String(bookings), String(own)], { stdio: ["ignore", "pipe", "pipe"] });
    let [text, error] = ["", ""];
    let killer: NodeJS.Timeout | undefined;
    house.stdout.on("data", (piece: Buffer) => {
      text += piece.toString();
      if (span && !killer && text.split("\n").length - 1 >= span.promises) killer = setTimeout(() => house.kill("SIGKILL"), span.ms);
    });
    house.stderr.on("data", (piece: Buffer) => {
      error += piece.toString();
    });
    house.on("close", (_code, signal) => {
      clearTimeout(killer);
      // The last line may be cut off by the kill: it was not acknowledged.
      const promises = text.split("\n").slice(0, -1).map((line) => JSON.parse(line) as Promised);
      resolve({ promises, finished: promises.some(({ reached }) => reached === "done"), error: signal === "SIGKILL" ? "" : error });
    });
  });
}

/** How far a promise says that a booking has come at least; `paid` is what the provider took. */
const reached = (promise: string): BookingState => (promise === "paid" ? "paying" : (promise as BookingState));

async function sentOut({ store: { db, t } }: World): Promise<{ atProvider: number; withUs: number }> {
  const objects = await db.select({ body: t.standinObject.body }).from(t.standinObject).where(eq(t.standinObject.kind, "transfer"));
  const amount = (body: Record<string, unknown>) => Number(body.amount) - Number(body.amount_reversed ?? 0);
  const payouts = await db.select({ netMinor: t.payout.netMinor }).from(t.payout).where(eq(t.payout.state, "sent"));
  return { atProvider: objects.reduce((sum, { body }) => sum + amount(body), 0), withUs: payouts.reduce((sum, { netMinor }) => sum + netMinor, 0) };
}

// Bundled once: each life would spend three seconds on reading a thousand files.
const bundle = () => build({ configFile: false, root, logLevel: "silent", build: { ssr: path.join(import.meta.dirname, "killed.child.ts"), outDir: built, target: "node20", minify: false } });

/** The killed house on one database; each has a test file of its own, so that both run at once. */
export const killedOn = (engine: "sqlite" | "postgres") =>
  describe(`The house is killed (${engine})`, () => {
    beforeAll(bundle, 120_000);
    afterAll(() => rmSync(built, { recursive: true, force: true }));
    it(`${kills} times during ${bookings} bookings: what was acknowledged stands, no money moves twice, the ledger is zero (seed ${seed})`, async () => {
      const { store, at } = await placed[engine]();
      const w = await world({ store, at: start, seed, config: { secret } });
      const root = await w.as(system);
      for (let i = 0; i < Math.ceil(bookings / 5); i++) {
        const helper = await aHelper(root);
        const { accountId } = must(await w.app.payments.createAccount({ helperId: helper.helperId, email: helper.email, name: "Maya" }, `account:${helper.helperId}`));
        await w.app.payments.onboardingLink(accountId, w.app.config.origin, w.app.config.origin);
        if (w.app.standIn) must(await completeOnboarding(w.app.standIn, accountId));
        await store.db.update(store.t.helper).set({ payoutAccountId: accountId }).where(eq(store.t.helper.id, helper.helperId));
      }
      const chance = countedRandom(seed);
      const promises: Promised[] = [];
      let killed = 0;
      let from = start;
      /** Lives of one kind: so many are killed, each after at most so many promises; the last one comes to its end. */
      async function lives(mode: "book" | "visit" | "run", deaths: number, most: number): Promise<void> {
        for (let i = 0; ; i++) {
          const began = Date.now();
          const life = await live(at, mode, { from, seed: seed + i, span: i < deaths ? { promises: 1 + Math.floor(chance.next() * most), ms: Math.floor(chance.next() * (most > 1 ? 40 : 400)) } : null });
          from += Date.now() - began;
          promises.push(...life.promises.filter(({ id }) => id !== ""));
          expect(life.error).toBe("");
          if (life.finished && i >= deaths) return;
          if (!life.finished) killed += 1;
          if (life.finished) return;
        }
      }
      // A booking gives six or seven promises, a visit one; the look at what is due gives none but its beginning.
      await lives("book", Math.ceil(kills * 0.7), (6 * bookings) / kills);
      from += 5 * day;
      await lives("visit", Math.ceil(kills * 0.15), bookings / kills / 2);
      for (const days of [4, 3]) {
        from += days * day;
        await lives("run", Math.floor(kills * 0.1), 1);
      }

      w.clock.advance(from - w.clock.now());
      for (const days of [1, 10, 40, 40]) {
        w.clock.advance(days * day);
        await runDue(w.app, { except: ["mail"] });
      }
      const { db, t } = store;
      const states = new Map((await db.select({ id: t.booking.id, state: t.booking.state }).from(t.booking)).map(({ id, state }) => [id, state]));
      const lost = promises.filter(({ id, reached: promised }) => {
        const state = states.get(id);
        const [was, is] = [goodWay.indexOf(reached(promised)), goodWay.indexOf(state ?? "draft")];
        if (state === undefined) return true;
        if (promised === "cancelled") return state !== "cancelled";
        // The clock may end what nobody went on with; what was accepted ends only as cancelled.
        return is >= 0 ? is < was : state === "abandoned" ? was > goodWay.indexOf("paying") : state === "lapsed" || state === "declined" ? was > goodWay.indexOf("requested") : was > goodWay.indexOf("finished");
      });
      const told = await Promise.all(lost.map(async ({ id, reached: promised }) => ({ id, promised, state: states.get(id), story: (await db.select({ name: t.journalEntry.name }).from(t.journalEntry).where(eq(t.journalEntry.subjectId, id))).map(({ name }) => name) })));
      expect(told).toEqual([]);
      expect(await leftOver(w)).toEqual([]);
      const { atProvider, withUs } = await sentOut(w);
      expect(atProvider).toBe(withUs);
      expect(withUs).toBeGreaterThan(0);
      const ends: Record<string, number> = {};
      for (const state of states.values()) ends[state] = (ends[state] ?? 0) + 1;
      console.log(`killed: seed ${seed}, ${killed} kills, ${promises.length} promises, ${JSON.stringify(ends)}`);
      expect(killed).toBeGreaterThanOrEqual(Math.floor(kills * 0.7));
    }, isStress ? 10_800_000 : 900_000);
  });

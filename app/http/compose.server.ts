import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import path from "node:path";
import { eq } from "drizzle-orm";
import pino from "pino";
import { openStore } from "#db/open.ts";
import type { Random, Signing } from "#app/domain/kernel/context.ts";
import { settingRows, settingsFrom } from "#app/domain/settings/settings.queries.server.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { openMailer } from "#app/gateways/mail/mailer.server.ts";
import { openPlaces } from "#app/gateways/places/places.server.ts";
import { newBell } from "#app/jobs/bell.ts";
import type { App } from "./app.server.ts";
import { type Config, readConfig } from "./config.server.ts";

export const realRandom: Random = {
  next: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  bytes: (length) => randomBytes(length),
};

/** HMAC-SHA256 under one secret, a key for each purpose. */
export function signingWith(secret: string): Signing {
  const mac = (purpose: string, text: string) => createHmac("sha256", `${purpose}\n${secret}`).update(text).digest("base64url");
  return {
    mac,
    matches(purpose, text, given) {
      const [a, b] = [Buffer.from(mac(purpose, text)), Buffer.from(given)];
      return a.length === b.length && timingSafeEqual(a, b);
    },
    digest: (text) => createHash("sha256").update(text).digest("hex"),
  };
}

/** Puts the house together from the environment: the one place that picks real or stand-in. */
export async function compose(config: Config = readConfig()): Promise<App> {
  const store = await openStore(config.databaseUrl ?? path.join(config.varDir, "quartier.sqlite"));
  const log = pino({ level: config.logLevel });
  let offset = 0;
  let settings: { value: Settings; until: number } | null = null;
  const clock: App["clock"] = {
    real: () => Date.now(),
    business: () => Date.now() + offset,
    async refresh() {
      const [row] = await store.db.select().from(store.t.clock).where(eq(store.t.clock.id, "business"));
      offset = config.mode === "demo" ? (row?.offsetMs ?? 0) : 0;
    },
  };
  await clock.refresh();
  return {
    config,
    store,
    clock,
    log,
    random: realRandom,
    signing: signingWith(config.secret || "demo"),
    places: openPlaces(),
    mailer: openMailer(config),
    bell: newBell(),
    // Other processes on the same PostgreSQL see a changed setting within five seconds.
    async settings() {
      if (!settings || settings.until < Date.now()) settings = { value: settingsFrom(await settingRows(store.db, clock.business())), until: Date.now() + 5000 };
      return settings.value;
    },
    refreshSettings() {
      settings = null;
    },
  };
}

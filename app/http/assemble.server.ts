import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Logger } from "pino";
import type { Store } from "#db/store.ts";
import { importedPlaces } from "#app/domain/area/places.commands.server.ts";
import type { CalendarFetcher } from "#app/domain/calendars/calendars.ts";
import type { Random, Signing } from "#app/domain/kernel/context.ts";
import { settingRows, settingsFrom } from "#app/domain/settings/settings.queries.server.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { openCalendars } from "#app/gateways/calendars/fetch.server.ts";
import { withDemoCalendar } from "#app/gateways/calendars/standin.ts";
import { openMailer } from "#app/gateways/mail/mailer.server.ts";
import { type Deliver, openStandIn, type StandIn, storeStorage } from "#app/gateways/payments/standin.server.ts";
import { openPayments } from "#app/gateways/payments/stripe.server.ts";
import { openPlaces } from "#app/gateways/places/places.server.ts";
import { newBell } from "#app/jobs/bell.ts";
import type { App } from "./app.server.ts";
import type { Config } from "./config.server.ts";

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

export type Parts = {
  config: Config;
  store: Store;
  random: Random;
  log: Logger;
  /** Wall clock in UTC milliseconds: the real one, or a test's. */
  real: () => number;
  /** Takes the stand-in's events to the webhook. */
  deliver: Deliver;
  /** Instead of the network, for tests. */
  calendars?: CalendarFetcher;
};

/** Only the demo takes unencrypted addresses, and has a calendar of its own. */
const calendarsOf = ({ config, calendars = openCalendars({ allowHttp: config.mode === "demo" }) }: Parts): CalendarFetcher => (config.mode === "demo" ? withDemoCalendar(calendars) : calendars);

/** Business time is real time plus the offset that the demo keeps in the database. */
function clockOf({ config, store, real }: Parts): App["clock"] {
  let offset = 0;
  return {
    real,
    business: () => real() + offset,
    async refresh() {
      const [row] = await store.db.select().from(store.t.clock).where(eq(store.t.clock.id, "business"));
      offset = config.mode === "demo" ? (row?.offsetMs ?? 0) : 0;
    },
  };
}

function standInFor({ config, store, deliver }: Parts, clock: App["clock"], webhookSecret: string): StandIn | null {
  if (config.stripeKey) return null;
  return openStandIn({
    storage: storeStorage(store, clock.real),
    webhookSecret,
    pagesOrigin: config.playMoneyOrigin ?? config.origin,
    deliver,
    clock: () => Math.floor(clock.business() / 1000),
    realNow: clock.real,
  });
}

/** The house from its parts: the same for the program and for its tests. */
export async function assemble(parts: Parts): Promise<App> {
  const { config, store, random, log, real } = parts;
  const clock = clockOf(parts);
  await clock.refresh();
  const signing = signingWith(config.secret || "demo");
  const webhookSecret = config.stripeWebhookSecret || `whsec_${signing.mac("webhook", "stand-in")}`;
  const standIn = standInFor(parts, clock, webhookSecret);
  const { host, port, protocol } = config.stripeApi;
  const payments = openPayments({
    secretKey: config.stripeKey,
    webhookSecret,
    host,
    port,
    protocol: protocol === "http" ? "http" : "https",
    standIn: standIn ?? undefined,
    realNow: clock.real,
  });
  const imported = await importedPlaces(store);
  let settings: { value: Settings; until: number } | null = null;
  return {
    config,
    store,
    clock,
    log,
    random,
    signing,
    payments,
    standIn,
    places: imported.length > 0 ? openPlaces(imported) : openPlaces(),
    mailer: openMailer(config),
    calendars: calendarsOf(parts),
    bell: newBell(),
    stoppingSince: null,
    // Other processes on the same PostgreSQL see a changed setting within five seconds.
    async settings() {
      if (!settings || settings.until < real()) settings = { value: settingsFrom(await settingRows(store.db, clock.business())), until: real() + 5000 };
      return settings.value;
    },
    refreshSettings() {
      settings = null;
    },
  };
}

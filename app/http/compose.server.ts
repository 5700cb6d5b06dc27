import { randomBytes } from "node:crypto";
import path from "node:path";
import pino from "pino";
import { migrateStore, openStore } from "#db/store.ts";
import type { Random } from "#app/domain/kernel/context.ts";
import { deliverTo } from "#app/gateways/payments/standin.server.ts";
import type { App } from "./app.server.ts";
import { assemble } from "./assemble.server.ts";
import { type Config, readConfig } from "./config.server.ts";
import { unsafeSettings } from "./safety.server.ts";

export { signingWith } from "./assemble.server.ts";

export const realRandom: Random = {
  next: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  bytes: (length) => randomBytes(length),
};

/** Thrown when production was asked to start with settings that are not safe; names each. */
export class UnsafeSettings extends Error {
  constructor(readonly problems: string[]) {
    super(["Production does not start like this:", ...problems.map((problem) => `- ${problem}`)].join("\n"));
  }
}

/** The database that this configuration means. */
export const databaseOf = (config: Config): string => config.databaseUrl ?? path.join(config.varDir, "quartier.sqlite");

/** Puts the house together from the environment, on a migrated database: the one place that picks real or stand-in. */
export async function compose(config: Config = readConfig(), deliver = deliverTo(`http://127.0.0.1:${config.port}/webhooks/stripe`)): Promise<App> {
  const problems = unsafeSettings(config);
  if (problems.length > 0) throw new UnsafeSettings(problems);
  await migrateStore(databaseOf(config));
  const store = await openStore(databaseOf(config));
  await store.learn();
  return assemble({
    config,
    store,
    random: realRandom,
    log: pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }),
    real: () => Date.now(),
    deliver,
  });
}

import { v7 } from "uuid";
import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "#app/domain/kernel/actor.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { defaultLocale, isLocale, type Locale } from "#app/domain/kernel/words.ts";
import type { App } from "./app.server.ts";
import { actorAndSession } from "./actor.server.ts";

/** A loader's or an action's arguments, as far as we look at them. */
export type Args = { request: Request; params: Record<string, string | undefined>; context: AppLoadContext };

/** The context of one request, for a loader's or an action's arguments. */
export async function contextFor(args: Args): Promise<Context> {
  const { app } = args.context;
  const locale = isLocale(args.params.locale) ? args.params.locale : defaultLocale;
  return contextOf(app, (await actorAndSession(args)).actor, locale);
}

/** A context for work that no request asked for: jobs, commands, the seed. */
export const systemContext = (app: App, locale: Locale = defaultLocale): Promise<Context> => contextOf(app, system, locale);

export async function contextOf(app: App, actor: Actor, locale: Locale, now = app.clock.business()): Promise<Context> {
  return {
    actor,
    locale,
    now,
    realNow: app.clock.real(),
    newId: risingIds(now, app.random),
    random: app.random,
    db: app.store.db,
    store: app.store,
    inTransaction: false,
    settings: await app.settings(),
    places: app.places,
    signing: app.signing,
    origin: app.config.origin,
    quiet: false,
    ring: app.bell.ring,
  };
}

/** UUIDv7 with injected time and chance (RFC 9562). */
export const newId = (now: number, random: App["random"]): string => v7({ msecs: now, random: random.bytes(16) });

/** Ids of one context rise, so that what it wrote within one millisecond keeps its order. */
export function risingIds(now: number, random: App["random"]): () => string {
  let seq = Buffer.from(random.bytes(4)).readUInt32BE(0) >>> 1;
  return () => v7({ msecs: now, random: random.bytes(16), seq: ++seq });
}

import type { AppLoadContext } from "@remix-run/node";
import type { Session } from "#app/domain/account/account.ts";
import { sessionUnder } from "#app/domain/account/session.queries.server.ts";
import { touchSession } from "#app/domain/account/session.commands.server.ts";
import type { Actor } from "#app/domain/kernel/actor.ts";
import { visitor } from "#app/domain/kernel/actor.ts";
import type { App } from "./app.server.ts";
import { readCookie } from "./cookies.server.ts";
import { provenBookings } from "./proven.server.ts";
import { watchedKeys } from "./watching.server.ts";

export type Asking = { actor: Actor; session: Session | null };

// Several loaders of one page ask who it is; the answer holds for that one request.
const asked = new WeakMap<AppLoadContext, Promise<Asking>>();

/** Who asks, and the session behind it. */
export function actorAndSession({ request, context }: { request: Request; context: AppLoadContext }): Promise<Asking> {
  const known = asked.get(context);
  if (known) return known;
  const answer = lookUp(context.app, request);
  asked.set(context, answer);
  return answer;
}

async function lookUp(app: App, request: Request): Promise<Asking> {
  const { actor, session } = await inSession(app, request);
  const watching = watchedKeys(app, request);
  return { session, actor: watching.length ? { ...actor, watching } : actor };
}

async function inSession(app: App, request: Request): Promise<Asking> {
  const proven = provenBookings(app, request);
  const token = readCookie(app.config, request, "quartier");
  if (!token) return { actor: visitor(proven), session: null };
  const realNow = app.clock.real();
  const found = await sessionUnder(app.store.db, app.signing.digest(`session ${token}`), realNow, proven);
  if (!found) return { actor: visitor(proven), session: null };
  await touchSession({ store: app.store, realNow }, found.session);
  return found;
}

import type { Actor } from "#app/domain/kernel/actor.ts";
import { visitor } from "#app/domain/kernel/actor.ts";
import type { App } from "./app.server.ts";

/** Who asks, from the request's session cookie. */
export async function actorFrom(_app: App, _request: Request): Promise<Actor> {
  return visitor();
}

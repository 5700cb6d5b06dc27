import type { Session } from "#app/domain/account/account.ts";
import { deviceFrom } from "#app/domain/account/account.ts";
import type { From } from "#app/domain/account/sign-in.commands.server.ts";
import { actorAndSession } from "./actor.server.ts";
import type { Args } from "./context.server.ts";
import { clearedCookie, writtenCookie } from "./cookies.server.ts";

/** The session behind a request, halfway ones included, or null. */
export const sessionFor = async (args: Args): Promise<Session | null> => (await actorAndSession(args)).session;

/** Where a sign-in comes from, for the account commands. */
export const fromOf = async (args: Args): Promise<From> => ({
  network: args.context.network,
  device: deviceFrom(args.request.headers.get("user-agent") ?? ""),
  replaces: (await sessionFor(args))?.id ?? null,
});

/** The Set-Cookie value that signs a browser in; the cookie outlives the idle time, which the database keeps. */
export const sessionCookie = (args: Pick<Args, "context">, token: string): string => writtenCookie(args.context.app.config, "quartier", token, 400 * 86_400);

export const endedCookie = (args: Pick<Args, "context">): string => clearedCookie(args.context.app.config, "quartier");

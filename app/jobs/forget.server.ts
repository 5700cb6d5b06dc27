import { and, eq, lt, ne } from "drizzle-orm";
import type { Context } from "#app/domain/kernel/context.ts";
import { blurLateMails } from "#app/domain/notification/mail.commands.server.ts";
import type { App } from "#app/http/app.server.ts";
import { day } from "./job.ts";

/** Codes, sessions and counters that are over, by real time. */
export async function forgetExpired(app: App, ctx: Context): Promise<void> {
  const real = app.clock.real();
  const { signIn, session, rateLimit } = ctx.db.t;
  await ctx.db.delete(signIn).where(lt(signIn.expiresAt, real - day));
  await ctx.db.delete(session).where(lt(session.expiresAt, real));
  await ctx.db.delete(rateLimit).where(lt(rateLimit.windowEndsAt, real));
}

/** Mails about bookings whose personal data is gone, where they still hold it. */
export const forgetMailWords = async (_app: App, ctx: Context): Promise<void> => void (await blurLateMails(ctx));

/** Work done a month ago tells nobody anything; its mails and its journal stay. */
export async function forgetOldJobs(_app: App, ctx: Context): Promise<void> {
  const { job } = ctx.db.t;
  await ctx.db.delete(job).where(and(eq(job.state, "done"), ne(job.kind, "recurring"), lt(job.doneAt, ctx.now - 30 * day)));
}

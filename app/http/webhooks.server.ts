import { eq } from "drizzle-orm";
import express, { type Request, type Response, Router } from "express";
import { paymentBy } from "#app/domain/payment/facts.commands.server.ts";
import { payoutAccountChanged } from "#app/domain/payment/accounts.commands.server.ts";
import { readAgain } from "#app/jobs/payment.server.ts";
import type { App } from "./app.server.ts";
import { systemContext } from "./context.server.ts";

/** `POST /webhooks/stripe`: verified on the raw body, done once per event; the object is read again, never believed. */
export function webhooks(app: App): Router {
  const router = Router();
  router.post("/webhooks/stripe", express.raw({ type: "*/*", limit: "1mb" }), (request, response, next) => {
    receive(app, request, response).catch(next);
  });
  return router;
}

async function receive(app: App, request: Request, response: Response): Promise<void> {
  const notice = Buffer.isBuffer(request.body) ? app.payments.verifyWebhook(request.body, request.get("stripe-signature") ?? "") : null;
  if (!notice) return void response.status(400).type("text").send("signature");
  const ctx = await systemContext(app);
  const { webhookEvent } = ctx.db.t;
  const [known] = await ctx.db.select({ id: webhookEvent.id }).from(webhookEvent).where(eq(webhookEvent.id, notice.eventId));
  if (!known) {
    const payment = await paymentBy(ctx, notice);
    if (payment) await readAgain(app, ctx, payment.id);
    if (notice.accountId) await payoutAccountChanged(ctx, notice.accountId, (await app.payments.readAccount(notice.accountId)).transfersActive);
    // Kept last: an event whose work failed is delivered again.
    await ctx.db.insert(webhookEvent).values({ id: notice.eventId, type: notice.type, receivedAt: ctx.realNow }).onConflictDoNothing();
  }
  response.status(200).type("text").send("ok");
}

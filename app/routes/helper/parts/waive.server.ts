import { data, redirect } from "@remix-run/node";
import type { Context } from "#app/domain/kernel/context.ts";
import { waiveCompensation } from "#app/domain/payment/waive.commands.server.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import { translator } from "#app/texts/registry.ts";
import { helperPath } from "./paths.ts";

/** Lowers the compensation of a late cancellation to what the pressed button says. */
export async function waive(ctx: Context, id: string, form: FormData) {
  const done = await waiveCompensation(ctx, id, Number(form.get("to") ?? Number.NaN));
  if (done.ok) return redirect(helperPath(ctx.locale, `visits/${id}?done=waived`));
  if (done.refusal === "not-found") throw notFound();
  return data({ refusal: "waive", said: translator(ctx.locale)("rescue.waive.refused") }, { status: statusOf(done.refusal) });
}

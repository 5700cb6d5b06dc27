import { mayBeReplaced } from "#app/domain/dispatch/dispatch.policy.ts";
import type { IntakeQuestion } from "#app/domain/catalogue/catalogue.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { payableOf } from "#app/domain/booking/booking.ts";
import { paymentMode } from "#app/domain/booking/booking.policy.ts";
import { myProfile } from "#app/domain/account/account.queries.server.ts";
import { takenFrom } from "#app/domain/rescue/credit.ts";
import { myCreditMinor } from "#app/domain/rescue/credit.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { FormState } from "#app/http/form.server.ts";
import { cancellationShown } from "#app/routes/shared/booking/cancellation.server.ts";
import { sumOf } from "#app/routes/shared/series/sum.ts";
import { headOf } from "./view.server.ts";

/** An intake question in the reader's words. */
export type Question = { code: string; kind: IntakeQuestion["kind"]; question: string; hint: string | null; choices: { code: string; words: string }[]; required: boolean };

/** Everything the booking form shows; `values` is what is known already, from the draft or the account. */
export async function formView(ctx: Context, page: BookingPage) {
  const { booking, service } = page;
  const profile = ctx.actor.kind === "person" ? await myProfile(ctx) : null;
  const { cover } = ctx.settings;
  const questions = service.content.intake.map((one): Question => ({
    code: one.code,
    kind: one.kind,
    question: one.question[ctx.locale],
    hint: one.hint?.[ctx.locale] ?? null,
    choices: (one.choices ?? []).map(({ code, words }) => ({ code, words: words[ctx.locale] })),
    required: one.required,
  }));
  const elsewhere = booking.visited !== null && (booking.visited.name !== booking.contact?.name || booking.visited.telephone !== booking.contact?.mobile);
  const values: FormState["values"] = {
    name: booking.contact?.name || (profile?.name ?? ""),
    email: booking.contact?.email || (profile?.email ?? ""),
    mobile: booking.contact?.mobile || (profile?.mobile ?? ""),
    elsewhere: elsewhere ? "on" : "",
    visitedName: elsewhere ? (booking.visited?.name ?? "") : "",
    visitedTelephone: elsewhere ? (booking.visited?.telephone ?? "") : "",
    visitedEmail: elsewhere ? (booking.visited?.email ?? "") : "",
    visitedLocale: elsewhere ? (booking.visited?.locale ?? "") : "",
    street: booking.street ?? "",
    concern: booking.concern,
    substitution: booking.substitution,
    ...Object.fromEntries(Object.entries(booking.intake).map(([code, answer]) => [`intake.${code}`, answer])),
  };
  // A series takes no credit: each of its visits must be able to give its own money back.
  // Who acts for the customer neither sees nor spends credit in their place, and none of their own.
  const creditMinor = page.series || booking.watching ? 0 : takenFrom(payableOf(booking), await myCreditMinor(ctx));
  return {
    ...headOf(ctx, page),
    questions,
    values,
    mayBeReplaced: mayBeReplaced(booking),
    photos: page.photos,
    scope: { within: service.content.scopeIn.map((words) => words[ctx.locale]), without: service.content.scopeOut.map((words) => words[ctx.locale]) },
    creditMinor,
    rule: cancellationShown(booking, ctx.now),
    series: page.series,
    maySeries: booking.policy.seriesMost > 1 && booking.follows === null,
    /** What the payment page will ask for, after what the company covers and what credit pays; of a series the sum. */
    amountMinor: page.series ? sumOf(page.series) : payableOf(booking) - creditMinor,
    mode: page.series ? ("debit" as const) : paymentMode(booking.startsAt, ctx.now, booking.policy),
    reserveDays: booking.policy.reserveUpToDays,
    cover: cover.words[ctx.locale],
    signedIn: ctx.actor.kind !== "visitor",
    staff: page.part === "staff",
    /** Whose booking it stays, where somebody goes on with their story in their place. */
    stays: booking.watching ? (booking.contact?.name ?? "") : null,
  };
}
export type FormView = Awaited<ReturnType<typeof formView>>;

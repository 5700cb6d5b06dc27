import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { submitForCaller } from "#app/domain/booking/caller.commands.server.ts";
import { bookingSchema } from "#app/domain/booking/booking.schema.ts";
import { keepDraft } from "#app/domain/booking/draft.commands.server.ts";
import { abandonBooking, prolongHold } from "#app/domain/booking/hold.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { mayBookForCallers } from "#app/domain/booking/staff.policy.ts";
import { makeSingle } from "#app/domain/series/series.commands.server.ts";
import { closeCheckout } from "#app/http/checkout.server.ts";
import { found, statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm, typedValues } from "#app/http/form.server.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { EmptyState } from "#app/ui/index.ts";
import { CallSteps } from "./parts/call.tsx";
import { typedIn } from "#app/routes/shared/booking/typed.server.ts";
import { callerView, leadOf, readKept, stepOf } from "./parts/caller.server.ts";
import { CallerForm } from "./parts/caller-form.tsx";
import { DonePart } from "./parts/done.tsx";
import { ReadOut } from "./parts/read-out.tsx";

/** The last two decisions of a call on a held time, and what to say at the end. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const lead = leadOf(page);
  if (lead !== null) throw redirect(`/${ctx.locale}/staff/book/${lead}`);
  const step = stepOf(ctx, page.booking, new URL(args.request.url).searchParams.get("step"));
  // What cannot be submitted is not read out.
  if (step === "read" && !readKept(page).ok) throw redirect(`/${ctx.locale}/staff/book/${page.booking.id}`);
  return { ...titled(ctx, translator(ctx.locale)("staffBookings.book.title")), step, view: callerView(ctx, page) };
}

export type CallerState = FormState & { saved?: boolean };

/** Keeps what was typed first, so that nothing is lost; then does what the pressed button says. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const { id, state } = page.booking;
  const at = `/${ctx.locale}/staff/book/${id}`;
  const form = await sentForm(args.request);
  const intent = String(form.get("intent") ?? "read");
  const again = (more: Partial<CallerState>, status = 400) => formAgain({ values: typedValues(form), errors: {}, ...more } as CallerState, status);
  if (intent === "submit") {
    const kept = readKept(page);
    if (!kept.ok) throw redirect(at);
    if (form.get("consent") !== "on") return again({ errors: { consent: "staffBookings.book.read.consentMissing" } });
    const done = await submitForCaller(ctx, id, kept.value);
    if (!done.ok) return again({ refusal: done.refusal }, statusOf(done.refusal));
    throw redirect(at);
  }
  if (intent === "leave") {
    if (state === "paying" && (await closeCheckout(args, id)) === "paid") throw redirect(at);
    const left = await abandonBooking(ctx, id);
    if (!left.ok) return again({ refusal: left.refusal }, statusOf(left.refusal));
    throw redirect(`/${ctx.locale}/staff/book`);
  }
  if (state === "draft") await keepDraft(ctx, id, typedIn(form));
  if (intent === "prolong") {
    const held = await prolongHold(ctx, id);
    return again(held.ok ? { saved: true } : { refusal: held.refusal }, held.ok ? 200 : statusOf(held.refusal));
  }
  if (intent === "series") throw redirect(`${at}/series`);
  if (intent === "single") {
    const single = await makeSingle(ctx, id);
    return again(single.ok ? { saved: false } : { refusal: single.refusal }, single.ok ? 200 : statusOf(single.refusal));
  }
  if (intent === "other-time") throw redirect(callerView(ctx, page).again);
  const read = readForm(form, bookingSchema(page.service.content));
  if (!read.ok) return again(read.state);
  throw redirect(`${at}?step=read`);
}

export const meta = deskMeta;

export default function Caller() {
  const { title, step, view } = useLoaderData<typeof loader>();
  const state = useActionData<CallerState>();
  const t = useT();
  return (
    <Desk title={title}>
      {step === "over" || step === "done" ? null : <CallSteps current={step === "form" ? 3 : 4} />}
      {step === "form" ? <CallerForm view={view} state={state} /> : null}
      {step === "read" ? <ReadOut view={view} state={state} /> : null}
      {step === "done" ? <DonePart view={view} /> : null}
      {step === "over" ? <EmptyState title={t("staffBookings.book.over.title")} actions={<Link to={view.again} className="q-button q-primary">{t("staffBookings.book.over.again")}</Link>}>{t("staffBookings.book.over.words")}</EmptyState> : null}
    </Desk>
  );
}

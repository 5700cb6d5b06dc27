import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { bookingSchema } from "#app/domain/booking/booking.schema.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import { keepDraft } from "#app/domain/booking/draft.commands.server.ts";
import { prolongHold } from "#app/domain/booking/hold.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { makeSingle } from "#app/domain/series/series.commands.server.ts";
import { removePicture } from "#app/domain/files/files.commands.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { payNow } from "#app/http/checkout.server.ts";
import { formAgain, type FormState, readForm, typedValues } from "#app/http/form.server.ts";
import { readUpload, storeUploads, type Uploaded } from "#app/http/uploads.server.ts";
import { BookingForm } from "./parts/booking-form.tsx";
import { typedIn } from "#app/routes/shared/booking/typed.server.ts";
import { formView } from "./parts/form.server.ts";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, goOnWith, leadPath, openBooking } from "./parts/open.server.ts";
import { reopen } from "./parts/reopen.server.ts";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

/** The form of a held slot; a booking that is further along is shown where it stands. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id, state, holdUntil } = page.booking;
  const lead = state === "draft" || state === "paying" ? leadPath(ctx, page, "form") : null;
  if (lead) throw redirect(lead);
  if (state === "paying") throw redirect(bookingPath(ctx, id, "pay"));
  if (state === "abandoned" || (state === "draft" && (holdUntil ?? 0) <= ctx.now)) throw redirect(bookingPath(ctx, id, "again"));
  if (state !== "draft") throw redirect(bookingPath(ctx, id));
  return formView(ctx, page);
}

export type FormAnswer = FormState & { refusedPhotos?: Uploaded["refused"]; saved?: boolean };

/** Keeps pictures and words first, so that nothing is lost whatever happens next; then does what the pressed button says. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id } = page.booking;
  const { form, files } = await readUpload(args.request, "photos");
  const values = typedValues(form);
  if (page.booking.state === "paying") throw await changedMeanwhile(args, ctx, page.booking, form, files);
  if (page.booking.state === "draft") await keepDraft(ctx, id, typedIn(form));
  const { refused } = files.length ? await storeUploads(args, id, "booking", files) : { refused: [] };
  const again = (state: Partial<FormAnswer>, status: number) => formAgain({ values, errors: {}, ...state, ...(refused.length && { refusedPhotos: refused }) } as FormAnswer, status);
  const intent = String(form.get("intent") ?? "pay");
  if (form.has("remove")) {
    const removed = await removePicture(ctx, String(form.get("remove")));
    return again(removed.ok ? { saved: true } : { refusal: removed.refusal }, removed.ok ? 200 : statusOf(removed.refusal));
  }
  if (intent === "prolong") {
    const held = await prolongHold(ctx, id);
    return again(held.ok ? { saved: true } : { refusal: held.refusal }, held.ok ? 200 : statusOf(held.refusal));
  }
  if (intent === "sign-in") throw redirect(`/${ctx.locale}/sign-in?returnTo=${encodeURIComponent(bookingPath(ctx, id, "form"))}`);
  if (intent === "other-time") throw redirect(bookingPath(ctx, id, "again"));
  if (intent === "series") throw redirect(bookingPath(ctx, id, "series"));
  if (intent === "single") {
    const single = await makeSingle(ctx, id);
    return again(single.ok ? { saved: true } : { refusal: single.refusal }, single.ok ? 200 : statusOf(single.refusal));
  }
  if (intent === "photos") return again({ saved: true }, refused.length ? 400 : 200);
  if (page.booking.watching) await keepPeople(ctx, id, form);
  const read = readForm(form, bookingSchema(page.service.content));
  if (!read.ok) return again(read.state, 400);
  if (refused.length) return again({}, 400);
  const submitted = await submitBooking(ctx, id, read.value);
  if (!submitted.ok) {
    if (submitted.refusal === "too-late" || submitted.refusal === "slot-taken") throw redirect(bookingPath(ctx, id, "again"));
    return again({ refusal: submitted.refusal }, statusOf(submitted.refusal));
  }
  const headers = new Headers();
  if (page.booking.watching) await goOnWith(args, ctx, headers, id, page.booking.watching);
  if (submitted.value.state !== "paying") throw redirect(bookingPath(ctx, id), { headers });
  const checkout = await payNow(args, id).catch((problem: unknown) => {
    args.context.app.log.warn({ requestId: args.context.requestId, problem: String(problem) }, "checkout did not open");
    return null;
  });
  throw checkout ? redirectDocument(checkout, { status: 303, headers }) : redirect(bookingPath(ctx, id, "pay"), { headers });
}

/** Who books and who is visited are not asked of whoever acts in the customer's place: the form is read with what stands. */
async function keepPeople(ctx: Context, id: string, form: FormData): Promise<void> {
  const { contact, visited } = (await findBooking(ctx, id)) ?? {};
  const known = { ...contact, elsewhere: visited ? "on" : "", visitedName: visited?.name, visitedTelephone: visited?.telephone, visitedEmail: visited?.email, visitedLocale: visited?.locale };
  for (const [field, value] of Object.entries(known)) form.set(field, value ?? "");
}

/** A refused answer changes what is shown as well: stored pictures, amounts, free times. */
export const shouldRevalidate = () => true;

/** Whoever came back from Checkout and changed something gets a form of the same slot with the changes in it, never the old order. */
async function changedMeanwhile(args: ActionFunctionArgs, ctx: Context, booking: Booking, form: FormData, files: File[]): Promise<Response> {
  const again = await reopen(args, ctx, booking);
  if (!again.ok) return redirect(bookingPath(ctx, booking.id, again.refusal === "held-too-long" ? "pay?unchanged" : "again"));
  const { bookingId, screen, headers, ctx: seeing } = again.value;
  await keepDraft(seeing, bookingId, typedIn(form));
  if (files.length) await storeUploads(args, bookingId, "booking", files, seeing);
  return redirect(bookingPath(ctx, bookingId, screen), { headers });
}

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "form");

export default function Form() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<FormAnswer>();
  return <BookingForm view={view} state={state} />;
}

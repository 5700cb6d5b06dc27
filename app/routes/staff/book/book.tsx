import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { mayBookForCallers } from "#app/domain/booking/staff.policy.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { wishQuery } from "#app/routes/shared/series/choice.server.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { BackLink } from "#app/ui/index.ts";
import { callAnswer, readCall } from "./parts/ask.server.ts";
import { callQuery, CallSteps } from "./parts/call.tsx";
import { OutsidePart, WhatPart } from "./parts/what.tsx";
import { WhenPart } from "./parts/when.tsx";
import { WhoPart } from "./parts/who.tsx";

/** The first three decisions of a call: what and where, who, when; each is an address of its own. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const answer = await callAnswer(ctx, readCall(ctx, new URL(args.request.url).searchParams));
  return { ...titled(ctx, translator(ctx.locale)("staffBookings.book.title")), answer };
}

const schema = z.object({ slot: z.coerce.number({ error: "staffBookings.book.when.required" }).int("staffBookings.book.when.required").min(1, "staffBookings.book.when.required").max(8_640_000_000_000_000, "staffBookings.book.when.required") });

/** Holds the chosen time in the caller's language and leads to the form. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const ask = readCall(ctx, new URL(args.request.url).searchParams);
  const form = await sentForm(args.request);
  const read = readForm(form, schema);
  if (!read.ok) return formAgain(read.state);
  const answer = await callAnswer(ctx, ask);
  if (answer.step !== "when") return formAgain({ values: read.values, errors: {}, refusal: "not-bookable" }, 409);
  const [postcode = "", ...locality] = answer.place.label.split(" ");
  const before = ask.replaces ? await bookingPage(ctx, ask.replaces) : null;
  const held = await holdSlot(
    { ...ctx, locale: ask.speaks },
    { offer: answer.listing ? { listingId: answer.listing } : { professional: answer.serviceId }, startsAt: read.value.slot, place: { postcode, locality: locality.join(" ") }, ...(answer.cap !== null && { capMinutes: answer.cap }), ...(ask.replaces && { replacesBookingId: ask.replaces }) },
  );
  // Whoever wanted several visits chooses their dates anew from the new time.
  const then = before?.series ? `/series?${wishQuery(before.series.everyWeeks, before.series.visits.length)}` : "";
  if (held.ok) throw redirect(`/${ctx.locale}/staff/book/${held.value.bookingId}${then}`);
  const next = (held.detail as { next?: number[] } | undefined)?.next;
  return formAgain({ values: read.values, errors: {}, refusal: held.refusal, ...(next && { detail: { next } }) }, statusOf(held.refusal));
}

export const meta = deskMeta;

export default function Book() {
  const { title, answer } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const [t, locale] = [useT(), useLocale()];
  const at = `/${locale}/staff/book`;
  const { form } = answer;
  const back = answer.step === "who" || answer.step === "outside" ? { to: at + callQuery({ ...form, service: "", place: "" }, { change: 1 }), label: t("staffBookings.book.who.change") } : answer.step === "when" ? { to: at + callQuery(form), label: t("staffBookings.book.when.change") } : null;
  return (
    <Desk title={title}>
      <CallSteps current={answer.step === "who" ? 1 : answer.step === "when" ? 2 : 0} />
      {back ? <BackLink to={back.to}>{back.label}</BackLink> : null}
      {answer.step === "what" ? <WhatPart answer={answer} /> : null}
      {answer.step === "outside" ? <OutsidePart answer={answer} /> : null}
      {answer.step === "who" ? <WhoPart answer={answer} /> : null}
      {answer.step === "when" ? <WhenPart answer={answer} state={state} /> : null}
    </Desk>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { mayBookForCallers } from "#app/domain/booking/staff.policy.ts";
import { type Side, sides } from "#app/domain/reschedule/reschedule.ts";
import { found } from "#app/http/answer.server.ts";
import type { FormState } from "#app/http/form.server.ts";
import { ProposeForm } from "#app/routes/shared/reschedule/propose-form.tsx";
import { proposeView, sendTimes } from "#app/routes/shared/reschedule/propose.server.ts";
import { typedAt } from "#app/routes/shared/problems.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { RadioGroup } from "#app/ui/index.ts";

/** Other times in the name of the customer or of who comes; the side that may not be spoken for is not offered. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const t = translator(ctx.locale);
  const params = new URL(args.request.url).searchParams;
  const views = { customer: await proposeView(ctx, page, "customer", params), helper: await proposeView(ctx, page, "helper", params) };
  const offered = sides.filter((side) => views[side].blocked === null);
  const first = offered[0];
  if (!first) throw redirect(`/${ctx.locale}/staff/bookings/${page.booking.id}`);
  const asked = sides.find((side) => side === params.get("side"));
  const side: Side = asked && offered.includes(asked) ? asked : first;
  return {
    ...titled(ctx, t("reschedule.propose.title")),
    id: page.booking.id,
    side,
    offered,
    view: { ...views[side], keptCostMinor: offered.includes("customer") ? views.customer.keptCostMinor : null },
    who: page.helper?.displayName ?? t("booking.professional", { brand: ctx.settings.brand.name }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const { booking } = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const again = await sendTimes(ctx, booking.id, args.request);
  if (again) return again;
  throw redirect(`/${ctx.locale}/staff/bookings/${booking.id}?done=proposed`);
}

export const meta = deskMeta;

export default function Reschedule() {
  const { title, id, side, offered, view, who } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const [t, locale] = [useT(), useLocale()];
  const words = { customer: { label: t("reschedule.propose.forCustomer"), hint: t("reschedule.propose.forCustomerHint", { who }) }, helper: { label: t("reschedule.propose.forHelper", { who }), hint: t("reschedule.propose.forHelperHint") } };
  return (
    <Desk title={title} lead={t("reschedule.propose.leadStaff")} width="text" back={{ to: `/${locale}/staff/bookings/${id}`, label: t("booking.backToBooking") }}>
      <ProposeForm key={view.page} view={view} who={who} state={state}>
        <RadioGroup name="side" label={t("reschedule.propose.side")} defaultValue={typedAt(state, "side") ?? side} options={offered.map((value) => ({ value, ...words[value] }))} />
      </ProposeForm>
    </Desk>
  );
}

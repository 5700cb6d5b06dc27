import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { saveListing } from "#app/domain/listing/listing.commands.server.ts";
import { listingSchema } from "#app/domain/listing/listing.schema.ts";
import { found, notFound, statusOf } from "#app/http/answer.server.ts";
import { type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { ListingForm } from "./parts/listing-form.tsx";
import { offersOf } from "./parts/offers.server.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { helperPath } from "./parts/paths.ts";
import { titled } from "./parts/titled.ts";

export const meta = titled("helper.listings.title");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const offer = found((await offersOf(ctx, helper)).find(({ code }) => code === args.params.code));
  const { corridor } = offer;
  if (!corridor || (offer.why && !offer.listing)) throw notFound();
  const { commissionBp, vatBp, probationVisits } = ctx.settings.policy;
  return { ...offer, corridor, payout: helper.payoutActiveAt !== null, visits: helper.visitsClosed, probationVisits, policy: { commissionBp, vatBp } };
}

export type ListingRefused = { refusal: string; detail: Record<string, unknown> } | null;

export async function action(args: ActionFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const offer = found((await offersOf(ctx, helper)).find(({ code }) => code === args.params.code));
  const read = readForm(await sentForm(args.request), listingSchema);
  const again = (state: FormState, refused: ListingRefused, status: number) => data({ state, refused }, { status });
  if (!read.ok) return again(read.state, null, 400);
  const { price: priceMinor, words, instant, state } = read.value;
  const result = await saveListing(ctx, helper.id, { serviceTypeId: offer.id, priceMinor, words, instant, live: state === "live" });
  if (result.ok) return redirect(helperPath(ctx.locale, "me/listings?done=saved"));
  if (result.refusal === "not-found") throw notFound();
  return again({ values: read.values, errors: {} }, { refusal: result.refusal, detail: result.detail ?? {} }, statusOf(result.refusal));
}

export default function Listing() {
  const t = useT();
  const locale = useLocale();
  const offer = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <Screen title={offer.name} lead={offer.short} back={{ to: helperPath(locale, "me/listings"), label: t("helper.listings.title") }}>
      <ListingForm offer={offer} state={answer?.state} refused={answer?.refused ?? null} />
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };

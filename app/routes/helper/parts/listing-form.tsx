import { Form } from "@remix-run/react";
import { useState } from "react";
import { payoutLines } from "#app/domain/payment/payment.ts";
import type { FormState } from "#app/http/form.server.ts";
import { useRoot } from "#app/root.tsx";
import { formatMoney, formatNumber } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Checkbox, Disclosure, RadioCards, Stack, StickyAction, SubmitButton, TextArea, TextField } from "#app/ui/index.ts";
import type { Offer } from "./offers.server.ts";
import { francs, typedFrancs } from "#app/domain/listing/listing.ts";
import { Problems, useForm } from "./screen.tsx";

type ListingOffer = Omit<Offer, "corridor"> & { corridor: NonNullable<Offer["corridor"]>; payout: boolean; visits: number; probationVisits: number; policy: { commissionBp: number; vatBp: number } };

/** Price, words and whether one may be booked; every refusal stands at the field that mends it. */
export function ListingForm({ offer, state, refused }: { offer: ListingOffer; state: FormState | undefined; refused: { refusal: string; detail: Record<string, unknown> } | null }) {
  const t = useT();
  const locale = useLocale();
  const company = useRoot()?.brand.name ?? "";
  const { typed, error } = useForm(state);
  const { corridor, listing, policy, payout, visits, probationVisits } = offer;
  const before = listing?.priceMinor ?? corridor.preset;
  const [price, setPrice] = useState(francs(typed("price", typedFrancs(before))) ?? before);
  const bounds = { min: formatMoney(corridor.min), max: formatMoney(corridor.max), preset: formatMoney(corridor.preset) };
  const values = { ...bounds, programme: offer.programme, count: probationVisits, done: visits };
  const isRefused = (name: string) => (refused?.refusal === name ? t(`helper.listings.why.${name as "probation"}`, values) : undefined);
  const said = { price: error("price") ?? isRefused("price-corridor"), state: error("state") ?? isRefused("payout-missing") ?? isRefused("not-certified") ?? isRefused("professional-only"), instant: isRefused("probation") };
  const more = refused ? Object.entries(said).flatMap(([field, message]) => (message ? [{ field, message }] : [])) : [];
  const isInProbation = visits < probationVisits;
  return (
    <Form method="post" noValidate>
      <Stack gap={6}>
        <Problems state={state} more={more} />
        <div className="grid gap-2">
          <TextField
            name="price" label={t(offer.hourly ? "helper.listings.priceHour" : "helper.listings.price")} hint={t("helper.listings.priceHint", bounds)} prefix="CHF" inputMode="decimal" autoComplete="off"
            defaultValue={typed("price", typedFrancs(before))} error={said.price} onInput={(event) => setPrice(francs(event.currentTarget.value) ?? 0)} required
          />
          <p aria-live="polite" className="text-sm">{price >= corridor.min && price <= corridor.max ? t("helper.listings.net", { net: formatMoney(payoutLines(price, policy).netMinor), share: `${formatNumber(policy.commissionBp / 100, locale)}\u00a0%`, company }) : ""}</p>
        </div>
        <TextArea name="words" label={t("helper.listings.words")} optional={t("common.optional")} hint={t("helper.listings.wordsHint")} defaultValue={typed("words", listing?.words ?? "")} error={error("words")} maxLength={600} />
        <RadioCards
          name="state" label={t("helper.listings.state")} error={said.state} defaultValue={typed("state", listing?.state === "live" || (!listing && payout) ? "live" : "paused")}
          options={[{ value: "live", label: t("helper.listings.stateLive"), hint: payout ? undefined : t("helper.listings.why.payout-missing") }, { value: "paused", label: t("helper.listings.statePaused") }]}
        />
        <Checkbox
          name="instant" label={t("helper.listings.instant")} error={said.instant} disabled={isInProbation && !listing?.instant} defaultChecked={state ? "instant" in state.values : (listing?.instant ?? false)}
          hint={isInProbation ? t("helper.listings.why.probation", values) : t("helper.listings.instantHint")}
        />
        <div>
          <Disclosure summary={t("helper.listings.scopeIn")}><Points words={offer.scopeIn} /></Disclosure>
          <Disclosure summary={t("helper.listings.scopeOut")}><Points words={offer.scopeOut} /></Disclosure>
        </div>
        <StickyAction><SubmitButton pendingLabel={t("common.sending")}>{t("helper.listings.save")}</SubmitButton></StickyAction>
      </Stack>
    </Form>
  );
}

const Points = ({ words }: { words: readonly string[] }) => <ul className="list-disc pl-5">{words.map((each) => <li key={each}>{each}</li>)}</ul>;

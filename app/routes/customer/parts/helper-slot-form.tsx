import { Form, Link, useSearchParams } from "@remix-run/react";
import { ChevronLeft, ChevronRight, MapPin } from "#app/ui/icons.ts";
import { useState } from "react";
import type { FormState } from "#app/http/form.server.ts";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { formatDay, formatTime } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { EmptyState, ErrorSummary, FormError, Icon, Notice, SearchField, StickyAction, SubmitButton } from "#app/ui/index.ts";
import type { Slots } from "./helper-slots.server.ts";
import { formatSlot } from "./search-words.ts";

type Props = Slots & { slot: number | null; place: { id: string; label: string } | null; replaces: string; attempt: string; priceMinor: number; minutes: number; listingId?: string; capMinutes?: number | null; state?: FormState };

const refusals = ["slot-taken", "held-too-long", "too-far", "outside-area", "own-listing", "not-bookable", "unknown-place"] as const;

/** Free times by day as radio buttons, one screenful of days at a time; works the same without JavaScript. */
export function SlotForm(props: Props) {
  const { days, slot, place, replaces, attempt, priceMinor, minutes, listingId, capMinutes = null, state } = props;
  const t = useT();
  const locale = useLocale();
  const [chosen, setChosen] = useState<number | null>(slot);
  const errors = state?.errors ?? {};
  const problems = Object.entries(errors).map(([field, key]) => ({ field, message: t(key as TextKey) }));
  const next = Array.isArray(state?.detail?.next) ? (state.detail.next as number[]) : [];
  const price = useBookingPrice()(priceMinor, capMinutes !== null);
  const label = chosen === null ? t("helperPage.slots.hold", { price }) : t("helperPage.slots.holdAt", { slot: formatSlot(chosen, locale), price });
  if (days.length === 0 && !state) return <EmptyState title={t("helperPage.slots.none")}>{t("helperPage.slots.noneWords")}</EmptyState>;
  return (
    <Form method="post" noValidate className="grid gap-8">
      <ErrorSummary title={t("errors.summary.title")} errors={problems} />
      <Refusal state={state} />
      {listingId ? <input type="hidden" name="listing" value={listingId} /> : null}
      {capMinutes === null ? null : <input type="hidden" name="cap" value={capMinutes} />}
      <input type="hidden" name="attempt" value={attempt} />
      {replaces ? <input type="hidden" name="replaces" value={replaces} /> : null}
      {place ? <ChosenPlace place={place} /> : (
        <SearchField name="place" label={t("helperPage.slots.place")} hint={t("helperPage.slots.placeHint")} placeholder={t("search.form.whereExample")} icon={MapPin} autoComplete="postal-code" suggestionsUrl={`/places.json?locale=${locale}&labels=1`} defaultValue={String(state?.values.place ?? "")} error={errors.place ? t(errors.place as TextKey) : null} required />
      )}
      {next.length > 0 ? <Day title={t("helperPage.slots.next")} slots={next} chosen={null} onChoose={setChosen} withDay first /> : null}
      <fieldset className="grid gap-6" aria-describedby={errors.slot ? "slot-error" : undefined}>
        <legend className="sr-only">{t("helperPage.slots.legend")}</legend>
        <FormError id="slot-error">{errors.slot ? t(errors.slot as TextKey) : null}</FormError>
        {days.map(({ day, slots }, index) => <Day key={day} title={formatDay(slots[0] ?? 0, locale)} slots={slots} chosen={slot} onChoose={setChosen} first={index === 0 && next.length === 0} />)}
      </fieldset>
      <EarlierLater {...props} />
      <StickyAction note={t("helperPage.slots.holdNote", { minutes })}><SubmitButton size="large" pendingLabel={t("helperPage.slots.holding")}>{label}</SubmitButton></StickyAction>
    </Form>
  );
}

function Day({ title, slots, chosen, onChoose, withDay = false, first }: { title: string; slots: number[]; chosen: number | null; onChoose: (slot: number) => void; withDay?: boolean; first: boolean }) {
  const locale = useLocale();
  return (
    <fieldset>
      <legend className="mb-2.5 font-semibold">{title}</legend>
      <div className={withDay ? "grid gap-2 sm:grid-cols-2" : "q-cards q-cards-small"}>
        {slots.map((slot, index) => (
          <label key={slot} className="q-card-choice">
            <input type="radio" id={first && index === 0 ? "slot" : `slot-${withDay ? "next-" : ""}${slot}`} name="slot" value={slot} defaultChecked={slot === chosen} onChange={() => onChoose(slot)} required />
            <span className="q-card-choice-label">{withDay ? formatSlot(slot, locale) : formatTime(slot, locale)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function ChosenPlace({ place }: { place: { id: string; label: string } }) {
  const t = useT();
  const [params] = useSearchParams();
  const bare = new URLSearchParams(params);
  bare.delete("place");
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <input type="hidden" name="place" value={place.id} />
      <Icon icon={MapPin} className="text-accent" /><span>{t("helperPage.slots.at", { place: place.label })}</span><Link to={`?${bare}`} className="py-2 text-sm">{t("helperPage.slots.changePlace")}</Link>
    </p>
  );
}

/** Why it could not be held, and what can be done now. */
function Refusal({ state }: { state?: FormState }) {
  const t = useT();
  const locale = useLocale();
  const refusal = refusals.find((name) => name === state?.refusal);
  if (!state?.refusal) return null;
  return (
    <Notice tone="warn" role="alert" title={t(`helperPage.refusal.${refusal ?? "not-bookable"}.title`)}>
      <p>{t(`helperPage.refusal.${refusal ?? "not-bookable"}.words`)}</p>
      {state.detail?.stands ? <p><Link to={`/${locale}/bookings/${String(state.detail.stands)}/form`}>{t("helperPage.refusal.held-too-long.back")}</Link></p> : null}
      {refusal === "outside-area" ? <p><Link to={`/${locale}/area-wish?postcode=${String(state.detail?.postcode ?? "")}`}>{t("search.area.submit")}</Link></p> : null}
    </Notice>
  );
}

function EarlierLater({ page, pages }: Pick<Slots, "page" | "pages">) {
  const t = useT();
  const [params] = useSearchParams();
  if (pages < 2) return null;
  const to = (wanted: number) => {
    const next = new URLSearchParams(params);
    next.delete("slot");
    next.set("page", String(wanted));
    return `?${next}`;
  };
  return (
    <nav aria-label={t("helperPage.slots.days")} className="flex items-center justify-between gap-3">
      {page > 1 ? <Link to={to(page - 1)} preventScrollReset className="q-button q-secondary q-small"><Icon icon={ChevronLeft} />{t("helperPage.slots.earlier")}</Link> : <span />}
      {page < pages ? <Link to={to(page + 1)} className="q-button q-secondary q-small">{t("helperPage.slots.later")}<Icon icon={ChevronRight} /></Link> : <span />}
    </nav>
  );
}

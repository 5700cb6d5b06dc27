import { Form, useSearchParams } from "@remix-run/react";
import { formatHours } from "#app/texts/format.ts";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { useT } from "#app/texts/use.ts";
import { SubmitButton } from "#app/ui/index.ts";

type Cap = { minutes: number; choices: { minutes: number; priceMinor: number }[] };

/** How long at most: set before the time is chosen, as the free times depend on it; an address of its own, so that it works without JavaScript. */
export function CapChoice({ cap }: { cap: Cap }) {
  const t = useT();
  const price = useBookingPrice();
  const [params] = useSearchParams();
  return (
    <Form method="get" preventScrollReset className="mb-8 grid gap-3" aria-describedby="cap-words">
      {[...params].map(([name, value]) => (name === "cap" || name === "slot" || name === "page" ? null : <input key={name} type="hidden" name={name} value={value} />))}
      <fieldset>
        <legend className="mb-2.5 font-semibold">{t("helperPage.slots.cap.title")}</legend>
        <div className="grid grid-cols-2 gap-2">
          {cap.choices.map(({ minutes, priceMinor }) => (
            <label key={minutes} className="q-card-choice">
              <input type="radio" name="cap" value={minutes} defaultChecked={minutes === cap.minutes} />
              <span className="q-card-choice-label"><span className="block font-semibold">{formatHours(minutes)}</span><span className="block text-sm">{price(priceMinor, true)}</span></span>
            </label>
          ))}
        </div>
      </fieldset>
      <p id="cap-words" className="text-sm text-muted">{t("helperPage.slots.cap.words")}</p>
      <p><SubmitButton variant="secondary" size="small">{t("helperPage.slots.cap.show")}</SubmitButton></p>
    </Form>
  );
}

import { useT } from "#app/texts/use.ts";
import { Steps } from "#app/ui/index.ts";

/** The four steps to a booking and where one stands, from 0. */
export function BookingSteps({ at }: { at: number }) {
  const t = useT();
  const steps = [t("booking.steps.time"), t("booking.steps.details"), t("booking.steps.pay"), t("booking.steps.done")];
  return <Steps label={t("booking.steps.label")} text={t("booking.steps.text", { number: at + 1, of: steps.length, name: steps[at] ?? "" })} steps={steps} current={at} />;
}

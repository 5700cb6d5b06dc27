import { useT } from "#app/texts/use.ts";
import { Steps } from "#app/ui/index.ts";
import type { CallForm } from "./ask.server.ts";

const steps = ["what", "who", "when", "form", "read"] as const;

/** Where one stands in a call. */
export function CallSteps({ current }: { current: number }) {
  const t = useT();
  const names = steps.map((step) => t(`staffBookings.book.steps.${step}`));
  return <Steps label={t("staffBookings.book.steps.label")} text={t("staffBookings.book.steps.text", { number: current + 1, of: steps.length, name: names[current] ?? "" })} steps={names} current={current} />;
}

/** The address of a call so far, in a fixed order. */
export function callQuery(form: CallForm, more: Record<string, string | number | null> = {}): string {
  const params = new URLSearchParams();
  const { what, service, where, place, speaks, replaces } = form;
  for (const [name, value] of Object.entries({ what: service ? "" : what, service, where: place ? "" : where, place, speaks, replaces, ...more })) if (value) params.set(name, String(value));
  return `?${params}`;
}

import { useRevalidator } from "@remix-run/react";
import { Clock } from "#app/ui/icons.ts";
import { useT } from "#app/texts/use.ts";
import { Countdown, Notice, SubmitButton } from "#app/ui/index.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import type { FormView } from "./form.server.ts";
import { minute } from "#app/domain/kernel/time.ts";

/** Until when the slot is kept, as a clock time and as minutes left; once, it can be kept for longer. */
export function HoldNotice({ view }: { view: FormView }) {
  const t = useT();
  const when = useWhen(view.now);
  const { revalidate } = useRevalidator();
  const { holdUntil, holdProlonged } = view.booking;
  if (holdUntil === null) return null;
  const left = (ms: number): string => {
    const minutes = Math.ceil(ms / minute);
    return minutes > 0 ? t("booking.hold.left", { count: minutes }) : t("booking.hold.over");
  };
  return (
    <Notice
      icon={Clock}
      title={t("booking.hold.until", { time: when.time(holdUntil) })}
      actions={holdProlonged ? undefined : <SubmitButton name="intent" value="prolong" formNoValidate variant="secondary" size="small">{t("booking.hold.prolong")}</SubmitButton>}
    >
      <Countdown until={holdUntil} now={view.now} words={left} onOver={revalidate} />
    </Notice>
  );
}

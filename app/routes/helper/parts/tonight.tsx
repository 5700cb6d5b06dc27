import { Form } from "@remix-run/react";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Heading, Muted, SubmitButton } from "#app/ui/index.ts";
import type { TonightView } from "./tonight.server.ts";
import { helperPath } from "./paths.ts";

/** Nobody is asked at night who did not wish it, for this one night. */
export function Tonight({ tonight, now }: { tonight: TonightView; now: number }) {
  const t = useT();
  const locale = useLocale();
  const when = useWhen(now);
  const { until, quietFrom, quietUntil } = tonight;
  return (
    <section id="tonight" aria-labelledby="tonight-title" className="grid scroll-mt-4 gap-3 border-t border-line pt-5">
      <div className="grid gap-1">
        <Heading level={2} size={4} id="tonight-title">{t("dispatch.tonight.title")}</Heading>
        <p>{until === null ? t("dispatch.tonight.off", { until: quietFrom, from: quietUntil }) : t("dispatch.tonight.on", { time: when.at(until) })}</p>
        <Muted>{t(until === null ? "dispatch.tonight.offWords" : "dispatch.tonight.onWords")}</Muted>
      </div>
      <Form method="post" action={helperPath(locale, "tonight")}>
        <SubmitButton name="intent" value={until === null ? "start" : "stop"} variant="secondary" size="small" pendingLabel={t("common.sending")}>{t(until === null ? "dispatch.tonight.start" : "dispatch.tonight.stop")}</SubmitButton>
      </Form>
    </section>
  );
}

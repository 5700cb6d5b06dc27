import type { ReactNode } from "react";
import { useT } from "#app/texts/use.ts";
import { Avatar, BackLink, Heading } from "#app/ui/index.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import type { Head } from "./view.server.ts";

/** Reference, service, who and when: the same head on every screen of a booking. */
export function BookingHead({ view, back, steps, badge, title }: { view: Head; back: { to: string; words: string } | null; /** Where one stands on the way to a booking. */ steps?: ReactNode; badge?: ReactNode; title?: string }) {
  const t = useT();
  const when = useWhen(view.now);
  return (
    <header className="grid gap-4">
      {back ? <BackLink to={back.to}>{back.words}</BackLink> : null}
      {steps}
      <div className="flex gap-4 items-start">
        {view.open ? null : <Avatar name={view.who} src={view.photo} size="normal" decorative eager />}
        <div className="min-w-0 grid gap-1">
          <p className="q-muted flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="tabular-nums">{t("common.reference", { reference: view.booking.reference })}</span>
            {badge}
          </p>
          <Heading level={1} size={2}>{title ?? (view.open ? view.service.name : t("booking.headline", { service: view.service.name, who: view.who }))}</Heading>
          <p>{when.span(view.booking)}</p>
        </div>
      </div>
    </header>
  );
}

import { Form } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import type { FormState } from "#app/http/form.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useT } from "#app/texts/use.ts";
import { Button, EmptyState, ErrorSummary, FormError, Notice, StickyAction, SubmitButton, useHydrated } from "#app/ui/index.ts";
import { ChevronLeft, ChevronRight } from "#app/ui/icons.ts";
import type { ProposeView } from "./propose.server.ts";
import { timesRefusal } from "./refusal.ts";

const most = 3;

type Props = { view: ProposeView; who: string; state: FormState | undefined; children?: ReactNode };

/** Free times by day as checkboxes, up to three of them; earlier and later days keep what was chosen, without JavaScript too. */
export function ProposeForm({ view, who, state, children }: Props) {
  const t = useT();
  const typed = [state?.values.slot ?? []].flat().map(Number);
  const start = state ? typed : view.chosen;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(start));
  const hydrated = useHydrated();
  const problems = Object.entries(state?.errors ?? {}).map(([field, key]) => ({ field, message: t(key as TextKey) }));
  const next = Array.isArray(state?.detail?.next) ? (state.detail.next as number[]) : [];
  const here = new Set(view.days.flatMap(({ slots }) => slots));
  const elsewhere = start.filter((slot) => !here.has(slot) && !state?.refusal);
  const toggle = (slot: number, isOn: boolean) => setChosen((before) => new Set(isOn ? [...before, slot] : [...before].filter((each) => each !== slot)));
  const group = { start, toggle, isFull: (slot: number) => hydrated && chosen.size >= most && !chosen.has(slot) };
  if (view.days.length === 0) return <EmptyState title={t("reschedule.propose.none")}>{t("reschedule.propose.noneWords")}</EmptyState>;
  return (
    <Form method="post" noValidate className="grid gap-8">
      {/* Enter in a field presses the first button: it should be this one. */}
      <button type="submit" hidden />
      <ErrorSummary title={t("errors.summary.title")} errors={problems} />
      {state?.refusal ? <Notice tone="warn" role="alert">{timesRefusal(state.refusal, t)}</Notice> : null}
      {children}
      <Terms view={view} who={who} />
      <FormError id="slot-error">{state?.errors.slot ? t(state.errors.slot as TextKey) : null}</FormError>
      {elsewhere.length ? <Times title={t("reschedule.propose.chosen")} slots={elsewhere} withDay {...group} /> : null}
      {next.length ? <Times title={t("reschedule.propose.next")} slots={next.filter((slot) => !here.has(slot))} withDay {...group} /> : null}
      <fieldset className="grid gap-6" aria-describedby={state?.errors.slot ? "slot-error" : undefined}>
        <legend className="sr-only">{t("reschedule.propose.legend")}</legend>
        {view.days.map(({ day, slots }, index) => <Times key={day} slots={slots} first={index === 0} {...group} />)}
      </fieldset>
      {view.pages > 1 ? (
        <nav aria-label={t("reschedule.propose.days")} className="flex items-center justify-between gap-3">
          {view.page > 1 ? <Turn to={view.page - 1} icon={ChevronLeft}>{t("reschedule.propose.earlier")}</Turn> : <span />}
          {view.page < view.pages ? <Turn to={view.page + 1} icon={ChevronRight}>{t("reschedule.propose.later")}</Turn> : <span />}
        </nav>
      ) : null}
      <StickyAction note={t("reschedule.propose.note")}><SubmitButton size="large" pendingLabel={t("common.sending")}>{t(view.isRequest ? "reschedule.propose.submitOffer" : "reschedule.propose.submit")}</SubmitButton></StickyAction>
    </Form>
  );
}

/** Another screenful of days: the form is read again with what is ticked, so that nothing is lost. */
function Turn({ to, icon, children }: { to: number; icon: typeof ChevronLeft; children: ReactNode }) {
  return <Button type="submit" name="page" value={String(to)} formMethod="get" variant="secondary" size="small" icon={icon}>{children}</Button>;
}

function Times({ title, slots, start, toggle, isFull, withDay = false, first = false }: { title?: string; slots: readonly number[]; start: readonly number[]; toggle: (slot: number, isOn: boolean) => void; isFull: (slot: number) => boolean; withDay?: boolean; first?: boolean }) {
  const when = useWhen(0);
  if (slots.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-2.5 font-semibold">{title ?? when.day(slots[0] ?? 0)}</legend>
      <div className={withDay ? "grid gap-2 sm:grid-cols-2" : "q-cards q-cards-small"}>
        {slots.map((slot, index) => (
          <label key={slot} className="q-card-choice">
            <input type="checkbox" id={first && index === 0 ? "slot" : `slot-${slot}`} name="slot" value={slot} defaultChecked={start.includes(slot)} disabled={isFull(slot)} onChange={(event) => toggle(slot, event.currentTarget.checked)} />
            <span className="q-card-choice-label">{withDay ? when.at(slot) : when.time(slot)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What stays, and what a yes brings, before the click. */
function Terms({ view, who }: { view: ProposeView; who: string }) {
  const t = useT();
  const when = useWhen(view.now);
  const amount = formatMoney(view.priceMinor);
  return (
    <div className="grid gap-3">
      <p><span className="text-muted">{t(view.isRequest ? "reschedule.propose.asked" : "reschedule.propose.now")}</span><br /><b>{when.span(view)}</b></p>
      <p className="q-muted">{t("reschedule.propose.price")} {t("reschedule.propose.left", { count: view.left })}</p>
      {view.keptCostMinor === null ? null : <Notice tone="warn">{t("reschedule.propose.kept", { hours: view.noticeHours, amount: formatMoney(view.keptCostMinor), who })}</Notice>}
      {view.debitedAfter === null ? null : <Notice tone="info">{t("reschedule.propose.debited", { time: when.at(view.debitedAfter), amount, who })}</Notice>}
    </div>
  );
}

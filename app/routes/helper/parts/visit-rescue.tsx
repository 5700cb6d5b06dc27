import { Form } from "@remix-run/react";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { Heading, Notice, SubmitButton } from "#app/ui/index.ts";
import type { VisitPage } from "./visit-page.server.ts";

/** A visit under the guarantee brings no money; one that is being put right is paid once that is settled. */
export function Redo({ visit }: { visit: VisitPage }) {
  const t = useT();
  const { open } = visit.rescue;
  if (open) return (
    <Notice tone="warn" title={t("rescue.earned.heldTitle")}>
      <p>{t("rescue.earned.held")}</p>
      {open.words ? <><p className="mt-2 text-sm font-semibold">{t("rescue.earned.said")}</p><p className="whitespace-pre-line">{open.words}</p></> : null}
    </Notice>
  );
  return visit.redo && visit.state !== "cancelled" ? <Notice tone="info" title={t("rescue.earned.redoTitle")}>{t("rescue.earned.redo")}</Notice> : null;
}

/** One tap lowers or waives what the customer's late cancellation cost them. */
export function Waive({ visit }: { visit: VisitPage }) {
  const t = useT();
  const { waivableMinor, customerName } = visit;
  if (waivableMinor === null) return null;
  const half = Math.floor(waivableMinor / 200) * 100;
  return (
    <section aria-labelledby="waive" className="grid gap-3">
      <Heading level={2} size={3} id="waive">{t("rescue.waive.title")}</Heading>
      <p className="max-w-[60ch]">{t("rescue.waive.words", { amount: formatMoney(waivableMinor), name: customerName })}</p>
      <div className="grid gap-3 sm:flex sm:flex-wrap">
        <One to={0} words={t("rescue.waive.all", { amount: formatMoney(waivableMinor) })} />
        {half > 0 ? <One to={half} words={t("rescue.waive.half", { amount: formatMoney(half) })} /> : null}
      </div>
    </section>
  );
}

function One({ to, words }: { to: number; words: string }) {
  const t = useT();
  return (
    <Form method="post">
      <input type="hidden" name="to" value={to} />
      <SubmitButton name="intent" value="waive" variant={to === 0 ? "primary" : "secondary"} wide pendingLabel={t("common.sending")}>{words}</SubmitButton>
    </Form>
  );
}

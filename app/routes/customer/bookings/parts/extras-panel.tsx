import { Form } from "@remix-run/react";
import { CreditCard } from "#app/ui/icons.ts";
import type { VisitShown } from "#app/domain/visit/visit.queries.server.ts";
import { formatMoney, labelled } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Card, Heading, Stack, SubmitButton } from "#app/ui/index.ts";

type Props = { visit: Pick<VisitShown, "extras" | "extra"> };

/** What waits for the customer: a yes or no to an extra, or its payment. */
export function ExtrasNow({ visit: { extras, extra }, who, to }: Props & { who: string; to: string }) {
  const t = useT();
  const locale = useLocale();
  const asked = extras.filter(({ state }) => state === "proposed" && extra.mayAnswer);
  const due = extras.filter(({ state, paidAt }) => state === "accepted" && paidAt === null);
  return (
    <>
      {asked.map(({ id, kind, words, amountMinor }) => (
        <Card key={id} as="section" className="border-accent">
          <Stack gap={4}>
            <Heading level={2} size={3}>{t("visit.extras.asked", { who })}</Heading>
            <p className="text-xl wrap-anywhere"><span className="block text-sm text-muted">{t(`visit.extras.kinds.${kind}`)}</span>{words}<br /><b className="tabular-nums">{formatMoney(amountMinor)}</b></p>
            <p>{t("visit.extras.askedWords")}</p>
            <Form method="post" action={to} className="grid gap-3">
              <input type="hidden" name="extra" value={id} />
              <SubmitButton name="intent" value="yes" size="large" wide pendingLabel={t("common.sending")}>{t("visit.extras.yes", { amount: formatMoney(amountMinor) })}</SubmitButton>
              <SubmitButton name="intent" value="no" variant="secondary" size="large" wide pendingLabel={t("common.sending")}>{t("visit.extras.no")}</SubmitButton>
            </Form>
          </Stack>
        </Card>
      ))}
      {due.map(({ id, words, amountMinor }) => (
        <Card key={id} as="section">
          <Stack gap={4}>
            <Heading level={2} size={3}>{labelled(t("visit.extras.due"), locale)} {words || t("visit.extras.blurred")}</Heading>
            <p>{t("visit.extras.dueWords")}</p>
            <Form method="post" action={to}>
              <input type="hidden" name="extra" value={id} />
              <SubmitButton name="intent" value="pay" size="large" icon={CreditCard} pendingLabel={t("payment.opening")}>{t("visit.extras.pay", { amount: formatMoney(amountMinor) })}</SubmitButton>
            </Form>
          </Stack>
        </Card>
      ))}
    </>
  );
}

import { Form } from "@remix-run/react";
import type { IllnessStanding } from "#app/domain/booking/illness.ts";
import { useRoot } from "#app/root.tsx";
import { formatDate, formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Card, Heading, Notice, PriceLines, Stack, SubmitButton } from "#app/ui/index.ts";
import type { Head } from "./view.server.ts";

/** The free way for who is ill: what it costs, who pays the helper, how often it can be used. */
export function IllnessChoice({ illness, head, beside, wholeMinor }: { illness: IllnessStanding; head: Head; beside: { label: string; amount: string }[]; wholeMinor: number }) {
  const [t, locale] = [useT(), useLocale()];
  const brand = useRoot()?.brand.name ?? "";
  const { booking, who } = head;
  const amount = formatMoney(illness.paidMinor);
  // The professional service is the company's own: there is nobody to compensate.
  const paid = booking.provider === "helper" ? `${t("booking.cancel.illness.paid", { amount, who, brand })} ` : "";
  return (
    <section aria-labelledby="illness">
      <Stack gap={4}>
        <Heading level={2} size={3} id="illness">{t("booking.cancel.illness.title")}</Heading>
        <Card>
          <PriceLines
            rows={[{ label: t("booking.cancel.price"), amount: formatMoney(booking.payableMinor ?? booking.priceMinor) }, ...beside, { label: t("booking.cancel.illness.cost"), detail: t("booking.cancel.illness.costDetail", { amount }), amount: formatMoney(0) }]}
            total={{ label: t("booking.cancel.back"), amount: formatMoney(wholeMinor) }}
            note={`${paid}${t("booking.cancel.illness.rule", { count: illness.perYear, date: formatDate(illness.againAt, locale) })}`}
          />
        </Card>
        <Form method="post">
          <SubmitButton name="intent" value="illness" variant="danger" pendingLabel={t("common.sending")}>{t("booking.cancel.illness.submit")}</SubmitButton>
        </Form>
      </Stack>
    </section>
  );
}

/** This year's are used up: when, and from when there is another. */
export function IllnessUsed({ illness }: { illness: IllnessStanding }) {
  const [t, locale] = [useT(), useLocale()];
  const dates = new Intl.ListFormat(locale, { type: "conjunction" }).format(illness.usedAt.map((at) => formatDate(at, locale)));
  return (
    <Notice title={t("booking.cancel.illness.usedTitle")}>
      {t("booking.cancel.illness.used", { count: illness.perYear, dates })} {t("booking.cancel.illness.again", { date: formatDate(illness.againAt, locale) })}
    </Notice>
  );
}

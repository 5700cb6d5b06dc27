import { Form } from "@remix-run/react";
import type { IllnessStanding } from "#app/domain/booking/illness.ts";
import { formatDate, formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Heading, Notice, Stack, SubmitButton } from "#app/ui/index.ts";

/** A caller is ill: what it would cost them by the rule, what the company pays `who` instead, and whether this year's is still there. */
export function ForIllness({ illness, who, amount }: { illness: IllnessStanding; who: string | null; amount: string }) {
  const [t, locale] = [useT(), useLocale()];
  const date = formatDate(illness.againAt, locale);
  const paid = formatMoney(illness.paidMinor);
  const count = illness.perYear;
  const dates = new Intl.ListFormat(locale, { type: "conjunction" }).format(illness.usedAt.map((at) => formatDate(at, locale)));
  const effects = [
    t("staffBookings.cancelling.illness.rule", { amount: paid }),
    ...(who ? [t("staffBookings.cancelling.illness.paid", { amount: paid, who })] : []),
    t("staffBookings.cancelling.illness.again", { count, date }),
  ];
  return (
    <section aria-labelledby="illness">
      <Stack gap={4}>
        <Heading level={2} size={3} id="illness">{t("staffBookings.cancelling.illness.title")}</Heading>
        {illness.offered ? (
          <>
            <ul className="grid list-disc gap-1 pl-5">{effects.map((words) => <li key={words}>{words}</li>)}</ul>
            <Form method="post"><SubmitButton name="way" value="illness" variant="danger" pendingLabel={t("common.sending")}>{t("staffBookings.cancelling.illness.do", { amount })}</SubmitButton></Form>
          </>
        ) : <Notice>{t("staffBookings.cancelling.illness.used", { count, dates, date })}</Notice>}
      </Stack>
    </section>
  );
}

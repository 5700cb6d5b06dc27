import { Link } from "@remix-run/react";
import type { CreditShown } from "#app/domain/rescue/credit.queries.server.ts";
import { formatDate, formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Card, Heading, Muted } from "#app/ui/index.ts";

/** What is left of somebody's credit, where it is from and what it paid for; nothing for whoever never had any. */
export function Purse({ leftMinor, credits }: { leftMinor: number; credits: CreditShown[] }) {
  const [t, locale] = [useT(), useLocale()];
  if (credits.length === 0) return null;
  return (
    <Card as="section">
      <Heading level={2} size={3} className="mb-1">{t("rescue.purse.title")}</Heading>
      <p className="font-semibold tabular-nums">{t("rescue.purse.left", { amount: formatMoney(leftMinor) })}</p>
      <Muted>{t("rescue.purse.words")}</Muted>
      <ul className="mt-3 grid gap-2 text-sm">
        {credits.map(({ id, amountMinor, reason, grantedAt, reference, bookingId, uses }) => (
          <li key={id}>
            <p>{t(`rescue.purse.from.${reason}`, { amount: formatMoney(amountMinor), date: formatDate(grantedAt, locale) })}</p>
            {reference && bookingId ? <p><Link to={`/${locale}/bookings/${bookingId}`} reloadDocument>{t("rescue.purse.reference", { reference })}</Link></p> : null}
            {uses.map((use) => <p key={use.bookingId} className="text-muted"><Link to={`/${locale}/bookings/${use.bookingId}`} reloadDocument>{t("rescue.purse.used", { amount: formatMoney(use.amountMinor), reference: use.reference })}</Link></p>)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

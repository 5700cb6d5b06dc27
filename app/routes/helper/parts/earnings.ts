import type { PayoutRow } from "#app/domain/payment/payment.queries.server.ts";

/** A payout as screens and files show it. */
export const earningView = ({ id, bookingId, reference, startsAt, kind, grossMinor, commissionMinor, netMinor, state, dueAt, sentAt, holdReason }: PayoutRow) => ({ id, bookingId, reference, startsAt, kind, grossMinor, commissionMinor, netMinor, state, dueAt, sentAt, holdReason });
export type EarningView = ReturnType<typeof earningView>;

const monthOf = (ms: number): string => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Zurich", year: "numeric", month: "2-digit" }).format(ms);

/** Net by month of the visit, the last twelve at most, oldest first; months in between without a visit are zero. */
export function byMonth(rows: readonly EarningView[]): { at: number; netMinor: number }[] {
  if (rows.length === 0) return [];
  const sums = new Map<string, { at: number; netMinor: number }>();
  for (const { startsAt, netMinor } of rows) {
    const key = monthOf(startsAt);
    const sum = sums.get(key) ?? { at: startsAt, netMinor: 0 };
    sums.set(key, { at: sum.at, netMinor: sum.netMinor + netMinor });
  }
  const keys = [...sums.keys()].sort();
  const [first = "", last = ""] = [keys[0], keys[keys.length - 1]];
  const all: { at: number; netMinor: number }[] = [];
  for (let key = first; key <= last; key = following(key)) all.push(sums.get(key) ?? { at: Date.UTC(Number(key.slice(0, 4)), Number(key.slice(5)) - 1, 15), netMinor: 0 });
  return all.slice(-12);
}

function following(key: string): string {
  const [year, month] = [Number(key.slice(0, 4)), Number(key.slice(5))];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

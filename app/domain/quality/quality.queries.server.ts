import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { cardsOf } from "../booking/lists.queries.server.ts";
import { servicesById } from "../booking/service.queries.server.ts";
import type { BookingCard, ServiceShown, Voice } from "../booking/booking.views.ts";
import type { Context } from "../kernel/context.ts";
import { addCounts, type Figures, figuresOf, type Rate, rate } from "./quality.ts";
import { maySeeFigures, maySeeQuality, mayWorkOnQuality } from "./quality.policy.ts";

const rowsPerPage = 50;
export type ServiceFigures = { service: ServiceShown; figures: Figures };

/** A helper's own figures, whole and by service type, each with n and range; null for strangers. */
export async function helperFigures(ctx: Context, helperId: string): Promise<{ whole: Figures; answerMinutes: number | null; visitsClosed: number; services: ServiceFigures[] } | null> {
  if (!maySeeFigures(ctx.actor, helperId)) return null;
  const { helperFigures: table, helper } = ctx.db.t;
  const [who] = await ctx.db.select({ answerMinutes: helper.answerMinutes, visitsClosed: helper.visitsClosed }).from(helper).where(eq(helper.id, helperId));
  if (!who) return null;
  const rows = await ctx.db.select().from(table).where(eq(table.helperId, helperId));
  const services = await servicesById(ctx);
  return {
    whole: figuresOf(addCounts(rows)),
    ...who,
    services: rows.flatMap((row) => {
      const service = services.get(row.serviceTypeId);
      return service ? [{ service, figures: figuresOf(row) }] : [];
    }),
  };
}

export const qualitySorts = ["solved", "right", "solvedCorrectly", "visits", "cancelled", "stars", "answer", "name"] as const;
export type QualitySort = (typeof qualitySorts)[number];
export type QualityRow = { helperId: string; helperName: string; service: ServiceShown; figures: Figures; answerMinutes: number | null };
export type QualityAsk = { sort?: QualitySort | undefined; service?: string | undefined; search?: string | undefined };

/** Every helper and service type with counts and ranges; the weakest proof first, because that is where to look. Others than quality and certifiers get an empty list. */
export async function qualityRows(ctx: Context, { sort = "solved", service, search = "" }: QualityAsk = {}): Promise<QualityRow[]> {
  if (!maySeeQuality(ctx.actor)) return [];
  const { helperFigures: table, helper } = ctx.db.t;
  const services = await servicesById(ctx);
  const wanted = service ? [...services.values()].find(({ code }) => code === service)?.id : undefined;
  const found = await ctx.db.select({ figures: table, name: helper.displayName, familyName: helper.familyName, answerMinutes: helper.answerMinutes }).from(table).innerJoin(helper, eq(helper.id, table.helperId)).where(wanted ? eq(table.serviceTypeId, wanted) : undefined);
  const words = search.trim().toLowerCase();
  return found
    .filter(({ name, familyName }) => !words || `${name} ${familyName}`.toLowerCase().includes(words))
    .flatMap(({ figures, name, answerMinutes }): QualityRow[] => {
      const shown = services.get(figures.serviceTypeId);
      return shown ? [{ helperId: figures.helperId, helperName: name, service: shown, figures: figuresOf(figures), answerMinutes }] : [];
    })
    .sort((a, b) => order[sort](a.figures, b.figures, a, b) || a.helperName.localeCompare(b.helperName, "de") || a.helperId.localeCompare(b.helperId));
}

/** The same, page by page. */
export async function qualityTable(ctx: Context, { page = 1, ...ask }: QualityAsk & { page?: number } = {}): Promise<{ rows: QualityRow[]; total: number; page: number; pages: number }> {
  const rows = await qualityRows(ctx, ask);
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const shown = Math.min(Math.max(1, Math.floor(page) || 1), pages);
  return { rows: rows.slice((shown - 1) * rowsPerPage, shown * rowsPerPage), total: rows.length, page: shown, pages };
}

/** A rate without a count stands last; otherwise its upper bound decides: who cannot be good any more comes first. */
const weakest = (a: Rate, b: Rate): number => Number(a.n === 0) - Number(b.n === 0) || a.high - b.high;
const order: Record<QualitySort, (a: Figures, b: Figures, rowA: QualityRow, rowB: QualityRow) => number> = {
  solved: (a, b) => weakest(a.solved, b.solved),
  right: (a, b) => weakest(a.right, b.right),
  solvedCorrectly: (a, b) => weakest(a.solvedCorrectly, b.solvedCorrectly),
  visits: (a, b) => b.visits - a.visits,
  cancelled: (a, b) => b.cancelled.low - a.cancelled.low,
  stars: (a, b) => (a.stars ?? 6) - (b.stars ?? 6),
  answer: (_a, _b, a, b) => (b.answerMinutes ?? -1) - (a.answerMinutes ?? -1),
  name: () => 0,
};

export type UnresolvedVisit = BookingCard & { reportedAt: number | null; said: Voice | null; still: Voice | null; reported: "solved" | "partly" | "not_solved" | null; privateWord: string };

/** Called not solved by the customer or the report, and no expert has looked at it: one rule for the list and for the figure that leads to it. */
function isUnresolved(ctx: Context): SQL | undefined {
  const { booking, report, outcome, expertCheck } = ctx.db.t;
  return and(inArray(booking.state, ["reported", "signed_off", "closed"]), isNull(expertCheck.id), or(eq(outcome.solved, "no"), eq(outcome.still, "no"), eq(report.outcome, "not_solved")));
}

/** How many visits wait for an expert; a number for the overview of all staff. */
export async function unresolvedCount(ctx: Context): Promise<number> {
  const { booking, report, outcome, expertCheck } = ctx.db.t;
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(booking)
    .leftJoin(report, eq(report.bookingId, booking.id))
    .leftJoin(outcome, eq(outcome.bookingId, booking.id))
    .leftJoin(expertCheck, eq(expertCheck.bookingId, booking.id))
    .where(isUnresolved(ctx));
  return row?.n ?? 0;
}

/** The visits that wait for an expert, the oldest first. */
export async function unresolvedVisits(ctx: Context): Promise<UnresolvedVisit[]> {
  if (!mayWorkOnQuality(ctx.actor)) return [];
  const { booking, report, outcome, expertCheck, review } = ctx.db.t;
  const rows = await ctx.db
    .select({ booking, reported: report.outcome, said: outcome.solved, still: outcome.still, privateWord: review.privateWord })
    .from(booking)
    .leftJoin(report, eq(report.bookingId, booking.id))
    .leftJoin(outcome, eq(outcome.bookingId, booking.id))
    .leftJoin(expertCheck, eq(expertCheck.bookingId, booking.id))
    .leftJoin(review, eq(review.bookingId, booking.id))
    .where(isUnresolved(ctx))
    .orderBy(asc(booking.reportedAt), asc(booking.id))
    .limit(200);
  const cards = await cardsOf(ctx, rows.map((row) => row.booking));
  return rows.map(({ booking: { reportedAt }, reported, said, still, privateWord }, i) => ({ ...(cards[i] as BookingCard), reportedAt, reported, said, still, privateWord: privateWord ?? "" }));
}

/** The expert checks of one booking, for staff who work on quality. */
export async function checksOf(ctx: Context, bookingId: string) {
  if (!mayWorkOnQuality(ctx.actor)) return [];
  const { expertCheck } = ctx.db.t;
  return ctx.db.select().from(expertCheck).where(eq(expertCheck.bookingId, bookingId)).orderBy(asc(expertCheck.at));
}

/** Real figures for the home page: visits, and the share of answers that say "solved" with its n. */
export async function publicFigures(ctx: Context): Promise<{ visits: number; helpers: number; solved: Rate }> {
  const { helperFigures: table, helper } = ctx.db.t;
  const [sum] = await ctx.db.select({ visits: sql<number>`coalesce(sum(${table.visits}), 0)`.mapWith(Number), answered: sql<number>`coalesce(sum(${table.answered}), 0)`.mapWith(Number), solved: sql<number>`coalesce(sum(${table.solved}), 0)`.mapWith(Number) }).from(table);
  return { visits: sum?.visits ?? 0, helpers: await ctx.db.$count(helper, eq(helper.state, "active")), solved: rate(sum?.solved ?? 0, sum?.answered ?? 0) };
}

import { rulesNow } from "#app/domain/availability/calendars.server.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { localityPoint, travelMinutes } from "#app/domain/availability/travel.ts";
import { helperVisits } from "#app/domain/booking/lists.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { day, minute } from "#app/domain/kernel/time.ts";

/** Less time to spare than this is worth a word: an address can lie farther away than the middle of its place. */
const tightMinutes = 15;

export type SameDayVisit = { id: string; startsAt: number; endsAt: number; place: string; wayMinutes: number | null; isTight: boolean };

/** The promised visits of the same day, with the way between them and this one by the helper's own means. */
export async function sameDay(ctx: Context, helperId: string, asked: { id: string; startsAt: number; endsAt: number; postcode: string; locality: string }): Promise<SameDayVisit[]> {
  const date = dateAt(ctx.settings.zone, asked.startsAt);
  const { means } = await rulesNow(ctx, helperId);
  const here = localityPoint(ctx.places, asked);
  const near = await helperVisits(ctx, { from: asked.startsAt - day, until: asked.startsAt + day });
  return near
    .filter(({ id, startsAt }) => id !== asked.id && dateAt(ctx.settings.zone, startsAt) === date)
    .map(({ id, startsAt, endsAt, postcode, locality }) => {
      const there = localityPoint(ctx.places, { postcode, locality });
      const wayMinutes = here && there && means ? travelMinutes(here, there, means) : null;
      const between = Math.max(asked.startsAt - endsAt, startsAt - asked.endsAt) / minute;
      return { id, startsAt, endsAt, place: `${postcode} ${locality}`, wayMinutes, isTight: wayMinutes !== null && between - wayMinutes < tightMinutes };
    });
}

import { rulesNow } from "#app/domain/availability/calendars.server.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { localityPoint, travelMinutes } from "#app/domain/availability/travel.ts";
import { helperVisits } from "#app/domain/booking/lists.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { day, minute } from "#app/domain/kernel/time.ts";
import { isAhead } from "./visit-view.ts";

/** Less time to spare than this is worth a word: an address can lie farther away than the middle of its place. */
const tightMinutes = 15;

export type SameDayVisit = { id: string; startsAt: number; endsAt: number; place: string; wayMinutes: number | null; isTight: boolean; isOver: boolean };

/**
 * The promised visits of the same day, with the way between them and this one by the helper's own means. Streets have no positions in this house, only
 * localities have: the helper reads both addresses, as they may from the yes on, and judges the doors themself.
 */
export async function sameDay(ctx: Context, helperId: string, asked: { id: string; startsAt: number; endsAt: number; postcode: string; locality: string }): Promise<SameDayVisit[]> {
  const date = dateAt(ctx.settings.zone, asked.startsAt);
  const { means } = await rulesNow(ctx, helperId);
  const here = localityPoint(ctx.places, asked);
  const near = await helperVisits(ctx, { from: asked.startsAt - day, until: asked.startsAt + day });
  return near
    .filter(({ id, startsAt }) => id !== asked.id && dateAt(ctx.settings.zone, startsAt) === date)
    .map(({ id, state, startsAt, endsAt, street, postcode, locality }) => {
      const there = localityPoint(ctx.places, { postcode, locality });
      const wayMinutes = here && there && means ? travelMinutes(here, there, means) : null;
      const between = Math.max(asked.startsAt - endsAt, startsAt - asked.endsAt) / minute;
      return { id, startsAt, endsAt, place: [street, `${postcode} ${locality}`].filter(Boolean).join(", "), isOver: !isAhead(state), wayMinutes, isTight: wayMinutes !== null && between - wayMinutes < tightMinutes };
    });
}

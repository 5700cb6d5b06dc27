import type { Context } from "#app/domain/kernel/context.ts";
import type { ChainLink } from "#app/domain/rescue/rescue.queries.server.ts";
import { stateTones } from "#app/routes/shared/booking/state-tones.ts";
import { whenOf } from "#app/routes/shared/booking/when.ts";
import { translator } from "#app/texts/registry.ts";

/** The links of one story in words, the first visit first; `states` names a state where the reader is staff. */
export function chainTold(ctx: Context, chain: readonly (Omit<ChainLink, "seen"> & { href: string | null })[], states?: { professional: string; state: (state: ChainLink["state"]) => string }) {
  const t = translator(ctx.locale);
  const when = whenOf(ctx.now, ctx.locale, t);
  const professional = states?.professional ?? t("booking.professional", { brand: ctx.settings.brand.name });
  return chain.map(({ id, reference, state, startsAt, follows, who, href }) => {
    // Over is over, whether or not the helper is paid yet.
    const shown = state === "signed_off" ? "closed" : state;
    return { id, reference, href, how: t(`rescue.chain.${follows ?? "first"}`), who: who ?? professional, time: when.at(startsAt), badge: { tone: stateTones[shown], words: states?.state(state) ?? t(`booking.state.${shown}`) } };
  });
}
export type ChainTold = ReturnType<typeof chainTold>;

import type { Context } from "#app/domain/kernel/context.ts";
import type { ChainLink } from "#app/domain/rescue/rescue.queries.server.ts";
import { stateTones } from "#app/routes/shared/booking/state-tones.ts";
import { whenOf } from "#app/routes/shared/booking/when.ts";
import { translator } from "#app/texts/registry.ts";

const made: readonly ChainLink["state"][] = ["reported", "signed_off", "closed"];

/** The links of one story in words, the first visit first; a finished visit that did not solve it says so to everybody. `reader` names states and the professional service where the reader is not the customer. */
export function chainTold(ctx: Context, chain: readonly (Omit<ChainLink, "seen"> & { href: string | null })[], reader: { professional?: string; state?: (state: ChainLink["state"]) => string | null } = {}) {
  const t = translator(ctx.locale);
  const when = whenOf(ctx.now, ctx.locale, t);
  const professional = reader.professional ?? t("booking.professional", { brand: ctx.settings.brand.name });
  return chain.map(({ id, reference, state, startsAt, follows, who, href, unsolved }) => {
    // Over is over, whether or not the helper is paid yet.
    const shown = state === "signed_off" ? "closed" : state;
    const badge = unsolved && made.includes(state) ? { tone: "warn" as const, words: t("booking.report.not_solved") } : { tone: stateTones[shown], words: reader.state?.(shown) ?? t(`booking.state.${shown}`) };
    return { id, reference, href, how: t(`rescue.chain.${follows ?? "first"}`), who: who ?? professional, time: when.at(startsAt), badge };
  });
}
export type ChainTold = ReturnType<typeof chainTold>;

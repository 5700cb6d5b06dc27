import type { OpenRequest } from "#app/domain/dispatch/board.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";

/** An open request in the reader's language, without the rest of the catalogue. */
export function requestRow(ctx: Pick<Context, "locale">, { service, asked, ...row }: OpenRequest) {
  const { id, reference, startsAt, postcode, locality, customerName, substitution, wave, waves, answerBy, nextWaveAt, shared, goesOn, endsBy, trouble } = row;
  return {
    id, reference, startsAt, customerName, substitution, wave, waves, answerBy, nextWaveAt, shared, goesOn, endsBy, trouble,
    place: `${postcode} ${locality}`,
    service: service.content.name[ctx.locale],
    asked: asked.map(({ helperId, name, wave: inWave, state, answeredAt }) => ({ helperId, name, wave: inWave, state, answeredAt })),
  };
}
export type RequestRow = ReturnType<typeof requestRow>;

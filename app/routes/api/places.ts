import { contract } from "./contract.server.ts";
import { endpoint, readOnly } from "./answer.server.ts";

/** `GET /api/v1/places?q=`. */
export const loader = endpoint(contract.places, 3600, async (ctx, { q, limit, lang }) => ({
  places: ctx.places.suggest(q, lang, limit).map(({ postcode, locality, municipality, canton, lat, lng }) => ({ postcode, locality, municipality, canton, lat, lng })),
}));
export const action = readOnly;

import { isOpen } from "#app/domain/area/area.queries.server.ts";
import { serviceTypeByCode } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { meantPlace } from "#app/domain/search/resolve.ts";
import { searchHelpers } from "#app/domain/search/search.queries.server.ts";
import { endpoint, francs, iso, problem, readOnly } from "./answer.server.ts";
import { contract } from "./contract.server.ts";

/** `GET /api/v1/helpers?place=&service=&date=&radius=&sort=&page=`: public points and rounded distances only. */
export const loader = endpoint(contract.helpers, 60, async (ctx, { place: where, service, date, radius, sort, page }) => {
  const type = await serviceTypeByCode(ctx, service);
  const meant = meantPlace(ctx.places, where, ctx.locale);
  const errors = [...(type ? [] : [{ field: "service", message: "There is no such service; see /api/v1/services" }]), ...(meant.kind === "one" ? [] : [{ field: "place", message: meant.kind === "none" ? "There is no such place; see /api/v1/places" : "Several places bear this name: give the postcode" }])];
  if (!type || meant.kind !== "one") return problem(ctx.origin, 400, { errors });
  const place = meant.value;
  const at = { postcode: place.postcode, locality: place.locality, lat: place.lat, lng: place.lng };
  if (!(await isOpen(ctx, place.postcode)) || type.riskClass === "professional_only") return { place: at, service, total: 0, page: 1, pages: 1, helpers: [] };
  const found = await searchHelpers(ctx, { serviceType: type, place, filters: radius ? { radiusKm: radius } : {}, when: date ? { day: date } : {}, sorting: sort, page });
  return {
    place: at,
    service,
    total: found.total,
    page: found.page,
    pages: found.pages,
    helpers: found.cards.map(({ helperId, name, postcode, locality, lat, lng, roundedKm, priceMinor, languages, certificates, stars, solved, nextFreeAt }) => ({
      id: helperId,
      name,
      postcode,
      locality,
      lat,
      lng,
      distanceKm: roundedKm,
      price: francs(priceMinor),
      languages,
      certificates: certificates.map(({ number, validUntil }) => ({ number, validUntil: iso(validUntil) })),
      stars,
      solved,
      nextFree: nextFreeAt === null ? null : iso(nextFreeAt),
      url: `${ctx.origin}/${ctx.locale}/helpers/${helperId}?service=${service}`,
    })),
  };
});
export const action = readOnly;

import { activeServiceTypes } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { endpoint, francs, readOnly } from "./answer.server.ts";
import { contract } from "./contract.server.ts";

/** `GET /api/v1/services`. */
export const loader = endpoint(contract.services, 300, async (ctx) => ({
  services: (await activeServiceTypes(ctx)).map(({ code, categoryCode, riskClass, content }) => ({
    code,
    category: categoryCode,
    name: content.name[ctx.locale],
    description: content.short[ctx.locale],
    durationMinutes: content.durationMinutes,
    provider: riskClass === "professional_only" ? ("professional" as const) : ("helper" as const),
    pricing: content.pricing ?? "fixed",
    price: content.price && { min: francs(content.price.min), max: francs(content.price.max) },
    professionalPrice: francs(content.professional.price),
  })),
}));
export const action = readOnly;

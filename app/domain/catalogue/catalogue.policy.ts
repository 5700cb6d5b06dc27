import { type Actor, hasRole } from "../kernel/actor.ts";
import { caps } from "../booking/hourly.ts";
import type { ServiceTypeContent } from "./catalogue.ts";

/** Only administrators change what the company offers. */
export const mayEditCatalogue = (actor: Actor): boolean => hasRole(actor, "admin");

/** What is wrong with a service type's content; null when it may be published. */
export function contentProblem({ riskClass, price, programme, durationMinutes, pricing }: ServiceTypeContent): "professional-only" | "price-corridor" | "programme-missing" | "duration" | "hourly-duration" | null {
  if (riskClass === "professional_only") return price || programme || pricing === "hourly" ? "professional-only" : null;
  if (!price || price.min > price.preset || price.preset > price.max || price.min < 0) return "price-corridor";
  if (!programme) return "programme-missing";
  if (pricing === "hourly" && !caps.some((cap) => cap === durationMinutes)) return "hourly-duration";
  return durationMinutes >= 15 && durationMinutes <= 480 ? null : "duration";
}

/** Staff who certify, watch or help read the whole catalogue, hidden entries included. */
export const maySeeCatalogue = (actor: Actor): boolean => hasRole(actor, "certifier", "quality", "support", "admin");

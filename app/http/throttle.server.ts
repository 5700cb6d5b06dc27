import type { RequestHandler } from "express";
import { allow, type Limit } from "#app/domain/kernel/limit.server.ts";
import type { App } from "./app.server.ts";
import type { Built } from "./guard.server.ts";
import { plainPage } from "./plain-page.server.ts";

type Rule = Limit & { name: string; methods: readonly string[]; paths: RegExp; block: number };

/** What one network may ask for; generous, since a house or an office shares one. Sign-in has its own, in its commands. */
export const rules: readonly Rule[] = [
  { name: "search", methods: ["GET", "HEAD"], paths: /^\/((de|fr|it|en)\/(search|helpers|professional)|api\/|(places|services)\.json)/, limit: 1200, windowMs: 60_000, block: 20 },
  // One server of a calendar company asks for many helpers' feeds; each feed has its own limit as well.
  { name: "calendars", methods: ["GET", "HEAD"], paths: /^\/calendars\//, limit: 1200, windowMs: 60_000, block: 20 },
  { name: "booking", methods: ["POST"], paths: /^\/(de|fr|it|en)\/(bookings|helpers|professional|area-wish)\b/, limit: 120, windowMs: 10 * 60_000, block: 1 },
];

/** One spelling of an address: the routes take capitals and escapes for the same, so the limits must too. */
const sameAddress = (path: string): string => decodeURIComponent(path).toLowerCase();

/**
 * Counts in the database, so that several processes share one count; reads take twenty at a time,
 * because a write for each search would cost more than the search.
 */
export function throttle(app: App, built: Built): RequestHandler {
  const stock = new Map<string, { left: number; until: number }>();
  const taken = async (rule: Rule, network: string): Promise<boolean> => {
    const now = app.clock.real();
    const key = `${rule.name}:network:${app.signing.mac("network", network)}`;
    const kept = stock.get(key);
    if (kept && kept.left > 0 && kept.until > now) {
      kept.left -= 1;
      return true;
    }
    if (!(await allow({ store: app.store, realNow: now }, key, rule, rule.block))) return false;
    if (stock.size > 10_000) stock.clear();
    if (rule.block > 1) stock.set(key, { left: rule.block - 1, until: now + rule.windowMs });
    return true;
  };
  return async (request, response, next) => {
    try {
      const path = sameAddress(request.path);
      const rule = app.config.rateLimits ? rules.find(({ methods, paths }) => methods.includes(request.method) && paths.test(path)) : undefined;
      if (!rule || (await taken(rule, request.ip ?? ""))) return next();
      response.setHeader("Retry-After", String(Math.ceil(rule.windowMs / 1000)));
      await plainPage(app, await built(), request, response, 429, "tooMany");
    } catch (problem) {
      next(problem);
    }
  };
}

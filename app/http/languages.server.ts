import type { RequestHandler } from "express";
import { isLocale } from "#app/domain/kernel/words.ts";
import type { Built } from "./guard.server.ts";
import { localeOf } from "./plain-page.server.ts";
import type { App } from "./app.server.ts";

/**
 * Addresses without a language lead to the reader's, where the first word is one of our path words; anything else is not found.
 * A click on the language switch is remembered in a cookie.
 */
export function languages(app: App, built: Built): RequestHandler {
  let known: Set<string> | null = null;
  return async (request, response, next) => {
    try {
      if (request.method !== "GET" && request.method !== "HEAD") return next();
      const [, first = ""] = request.path.split("/");
      if (isLocale(first)) {
        if (switchedFrom(app, request.get("referer"), first)) response.append("Set-Cookie", `locale=${first}; Path=/; Max-Age=31536000; SameSite=Lax`);
        return next();
      }
      known ??= firstWords(await built());
      if (!known.has(first)) return next();
      response.set("Vary", "Accept-Language, Cookie").redirect(302, `/${localeOf(request)}${request.originalUrl}`);
    } catch (problem) {
      next(problem);
    }
  };
}

const switchedFrom = (app: App, referer: string | undefined, to: string): boolean => {
  if (!referer || !URL.canParse(referer)) return false;
  const { origin, pathname } = new URL(referer);
  const before = pathname.split("/")[1];
  return origin === app.config.origin && isLocale(before) && before !== to;
};

/** First path words of everything below the language. */
function firstWords(build: Awaited<ReturnType<Built>>): Set<string> {
  const words = new Set<string>();
  const routes = Object.values(build?.routes ?? {});
  const localeRoute = routes.find(({ path }) => path === ":locale");
  const walk = (parentId: string): void => {
    for (const route of routes.filter((one) => one.parentId === parentId)) {
      const [word = ""] = (route.path ?? "").split("/");
      if (word === "") walk(route.id);
      else if (!word.startsWith(":") && !word.startsWith("*")) words.add(word);
    }
  };
  if (localeRoute) walk(localeRoute.id);
  return words;
}

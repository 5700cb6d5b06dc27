import { and, asc, eq } from "drizzle-orm";
import { Router } from "express";
import { brandCss, checkAccent } from "#app/ui/brand.ts";
import { locales } from "#app/domain/kernel/words.ts";
import { isWritten } from "#app/domain/settings/site-pages.queries.server.ts";
import type { App } from "./app.server.ts";

/** The addresses of machines: health, readiness, the brand's colours, robots and the list of public pages. */
export function wellKnown(app: App): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => void response.type("text").send("ok"));
  router.get("/readyz", async (_request, response) => {
    const problem = await unready(app);
    response.status(problem ? 503 : 200).set("Cache-Control", "no-store").type("text").send(problem ?? "ready");
  });
  router.get("/brand.css", async (_request, response, next) => {
    try {
      const { accent, second } = (await app.settings()).brand;
      const css = checkAccent(accent).ok ? brandCss({ accent, ...(second && { second }) }) : "";
      response.set("Cache-Control", "public, max-age=60").type("css").send(css);
    } catch (problem) {
      next(problem);
    }
  });
  router.get("/favicon.svg", async (_request, response, next) => {
    try {
      const { accent, name } = (await app.settings()).brand;
      response.set("Cache-Control", "public, max-age=3600").type("image/svg+xml").send(favicon(checkAccent(accent).ok ? accent : "#115c43", name));
    } catch (problem) {
      next(problem);
    }
  });
  router.get("/robots.txt", (_request, response) => {
    const hidden = ["/api/", "/calendars/", "/dev/", "/files/", "/play-money/", ...locales.flatMap((locale) => ["account", "bookings", "helper", "staff", "sign-in", "staff-sign-in", "invitation"].map((path) => `/${locale}/${path}`))];
    response.type("text").send(["User-agent: *", ...hidden.map((path) => `Disallow: ${path}`), `Sitemap: ${app.config.origin}/sitemap.xml`, ""].join("\n"));
  });
  router.get("/sitemap.xml", async (_request, response, next) => {
    try {
      response.set("Cache-Control", "public, max-age=3600").type("application/xml").send(sitemap(app.config.origin, await publicPaths(app)));
    } catch (problem) {
      next(problem);
    }
  });
  return router;
}

/** The company's initial on its colour. */
const favicon = (accent: string, name: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${accent}"/><text x="16" y="23" text-anchor="middle" font-family="system-ui, sans-serif" font-size="20" font-weight="700" fill="#fff">${/[\p{L}\d]/u.exec(name)?.[0]?.toUpperCase() ?? "Q"}</text></svg>`;

/** Why no request should come here now, or null. A store that answers with the newest table's columns is migrated. */
async function unready(app: App): Promise<string | null> {
  if (app.stoppingSince !== null) return "stopping";
  try {
    await app.store.db.select({ id: app.store.t.clock.id }).from(app.store.t.clock).limit(1);
    return null;
  } catch {
    return "the store does not answer";
  }
}

/** Pages for everybody, without the language: home, the pages that staff edit, and helpers who want to be found. */
async function publicPaths(app: App): Promise<string[]> {
  const { sitePage, helper } = app.store.t;
  const pages = await app.store.db.select({ slug: sitePage.slug, body: sitePage.body }).from(sitePage).orderBy(asc(sitePage.slug));
  const helpers = await app.store.db.select({ id: helper.id }).from(helper).where(and(eq(helper.searchOptIn, true), eq(helper.state, "active"))).orderBy(asc(helper.id)).limit(10_000);
  return ["", ...pages.filter(isWritten).map(({ slug }) => `/pages/${encodeURIComponent(slug)}`), ...helpers.map(({ id }) => `/helpers/${encodeURIComponent(id)}`)];
}

export function sitemap(origin: string, paths: readonly string[]): string {
  const alternates = (path: string) => [...locales.map((locale) => [locale, locale] as const), ["x-default", "de"] as const].map(([language, locale]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${origin}/${locale}${path}"/>`).join("");
  const urls = paths.flatMap((path) => locales.map((locale) => `<url><loc>${origin}/${locale}${path}</loc>${alternates(path)}</url>`));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`;
}

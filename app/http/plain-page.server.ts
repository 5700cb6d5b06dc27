import type { ServerBuild } from "@remix-run/node";
import type { Request, Response } from "express";
import { isLocale, type Locale } from "#app/domain/kernel/words.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { translator } from "#app/texts/registry.ts";
import type { App } from "./app.server.ts";
import { preferredLocale } from "./locale.server.ts";

export type Plain = "notAllowed" | "tooMany" | "tooLarge" | "foreign" | "stopping" | "broken" | "notFound" | "invalid";
const words: Record<Plain, string> = { notAllowed: "notAllowed", tooMany: "tooMany", tooLarge: "tooLarge", foreign: "foreign", stopping: "stopping", broken: "broken", notFound: "notFound", invalid: "notFound" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

export const localeOf = (request: Request): Locale => {
  const first = request.path.split("/")[1];
  return isLocale(first) ? first : preferredLocale(new globalThis.Request("http://here.invalid", { headers: { cookie: request.get("cookie") ?? "", "accept-language": request.get("accept-language") ?? "" } }));
};

/** The stylesheets of the built house. */
const sheets = (build: ServerBuild | null): string[] =>
  ((build?.routes.root?.module.links?.() ?? []) as { rel?: string; href?: string }[]).filter(({ rel }) => rel === "stylesheet").map(({ href }) => href ?? "");

/** An answer given before any screen is asked: a page for people, problem details for the API, a line for scripts. */
export async function plainPage(app: App, build: ServerBuild | null, request: Request, response: Response, status: number, kind: Plain): Promise<void> {
  if (response.headersSent) return void response.destroy();
  const locale = localeOf(request);
  const t = translator(locale);
  const title = t(`errors.${words[kind]}.title` as TextKey);
  const sentence = t(`errors.${words[kind]}.words` as TextKey);
  response.status(status).setHeader("Cache-Control", "no-store");
  if (request.path.startsWith("/api/")) {
    response.set("Access-Control-Allow-Origin", "*").type("application/problem+json").send(JSON.stringify({ type: "about:blank", status, title, detail: sentence }));
    return;
  }
  if (request.path.endsWith(".data")) return void response.type("text").send(title);
  const { brand } = await app.settings();
  const call = t("errors.call", { telephone: brand.telephone, hours: brand.hours[locale] });
  const links = sheets(build).map((href) => `<link rel="stylesheet" href="${escaped(href)}">`).join("");
  response.type("html").send(
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title>${links}</head>` +
      `<body><main id="main" class="q-container q-container-text"><div class="q-section"><div class="q-stack q-gap-4"><p><a href="/${locale}">${escaped(brand.programmeName[locale])}</a></p><h1 class="q-heading q-heading-1">${escaped(title)}</h1>` +
      `<p class="q-lead">${escaped(sentence)}</p><p>${escaped(call)}</p><p><a class="q-button q-secondary" href="/${locale}"><span>${escaped(t("errors.toStart"))}</span></a></p></div></div></main></body></html>`,
  );
}

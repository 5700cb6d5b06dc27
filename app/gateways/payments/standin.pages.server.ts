import type { Server } from "node:http";
import express, { type Response, type Router } from "express";
import { defaultLocale, isLocale, type Locale } from "#app/domain/kernel/words.ts";
import { checkoutPage, confirmPage, onboardingPage, playStyle, unknownPage } from "./standin/html.server.ts";
import { abandon, completeOnboarding, confirm3ds, type PlayChoice, pay, playChoices, viewOnboarding, viewSession } from "./standInCheckout.server.ts";
import type { StandIn } from "./standin.server.ts";

const acceptedLocale = (header: string | undefined): Locale => {
  const wished = (header ?? "").split(",").map((one) => one.trim().slice(0, 2).toLowerCase());
  return wished.find(isLocale) ?? defaultLocale;
};

/** The language of the page somebody came from, else the browser's: an account has no language of its own. */
const localeBehind = (url: string, header: string | undefined): Locale => {
  const first = URL.canParse(url) ? new URL(url).pathname.split("/")[1] : undefined;
  return isLocale(first) ? first : acceptedLocale(header);
};

/** Its own policy: styles from here, forms to here and on to where the shop asked to return. */
function send(response: Response, status: number, html: string, returnUrl?: string): void {
  const onward = returnUrl && URL.canParse(returnUrl) ? ` ${new URL(returnUrl).origin}` : "";
  response.status(status);
  response.setHeader("content-security-policy", `default-src 'none'; style-src 'self'; form-action 'self'${onward}; base-uri 'none'; frame-ancestors 'none'`);
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cache-control", "no-store");
  response.type("html").send(html);
}

const field = (body: unknown, name: string): string => {
  const value = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === "string" ? value : "";
};

/**
 * The stand-in's pages, plain HTML without JavaScript, on the app's own origin or on a second one.
 * They answer under /play-money and let everything else pass.
 */
export function standInPages(standIn: StandIn): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false, limit: "2kb" });

  router.get("/play-money/style.css", (_request, response) => {
    response.setHeader("cache-control", "public, max-age=3600");
    response.type("css").send(playStyle);
  });

  router.post(/^\/play-money\//, (request, response, next) => {
    const { origin } = request.headers;
    if (origin === undefined || origin === standIn.pagesOrigin()) next();
    else send(response, 403, unknownPage(acceptedLocale(request.headers["accept-language"])));
  });

  router.get("/play-money/checkout/:sessionId", (request, response, next) => {
    viewSession(standIn, request.params.sessionId)
      .then((view) =>
        view ? send(response, 200, checkoutPage(view), view.backUrl) : send(response, 404, unknownPage(acceptedLocale(request.headers["accept-language"]))),
      )
      .catch(next);
  });

  router.get("/play-money/checkout/:sessionId/3ds", (request, response, next) => {
    viewSession(standIn, request.params.sessionId)
      .then((view) => {
        if (!view) send(response, 404, unknownPage(acceptedLocale(request.headers["accept-language"])));
        else send(response, 200, view.status === "open" && view.confirming ? confirmPage(view) : checkoutPage(view), view.backUrl);
      })
      .catch(next);
  });

  const back = (sessionId: string) => `/play-money/checkout/${encodeURIComponent(sessionId)}`;
  const follow = async (response: Response, sessionId: string, step: ReturnType<typeof pay>) => {
    const result = await step;
    response.redirect(303, result.ok ? result.value.redirectTo : back(sessionId));
  };

  router.post("/play-money/checkout/:sessionId", form, (request, response, next) => {
    const { sessionId } = request.params;
    const method = field(request.body, "method");
    const chosen = playChoices.find((one): one is PlayChoice => one === method);
    if (chosen) follow(response, sessionId, pay(standIn, sessionId, chosen)).catch(next);
    else if (method === "abandon") follow(response, sessionId, abandon(standIn, sessionId)).catch(next);
    else response.redirect(303, back(sessionId));
  });

  router.post("/play-money/checkout/:sessionId/3ds", form, (request, response, next) => {
    const { sessionId } = request.params;
    follow(response, sessionId, confirm3ds(standIn, sessionId, field(request.body, "answer") === "yes")).catch(next);
  });

  router.get("/play-money/onboarding/:accountId", (request, response, next) => {
    const wished = request.headers["accept-language"];
    viewOnboarding(standIn, request.params.accountId)
      .then((view) => {
        if (view) send(response, 200, onboardingPage(view, localeBehind(view.returnUrl, wished)), view.returnUrl);
        else send(response, 404, unknownPage(acceptedLocale(wished)));
      })
      .catch(next);
  });

  router.post("/play-money/onboarding/:accountId", form, (request, response, next) => {
    completeOnboarding(standIn, request.params.accountId)
      .then((result) => (result.ok ? response.redirect(303, result.value.redirectTo) : send(response, 404, unknownPage(acceptedLocale(request.headers["accept-language"])))))
      .catch(next);
  });
  return router;
}

/**
 * The pages on an origin of their own, for journeys: give the stand-in the returned origin as its
 * pagesOrigin (`standIn` is asked at the first request, so it may be made afterwards). Port 0 takes a free one.
 */
export async function startStandInPages(standIn: () => StandIn, port: number): Promise<{ origin: string; close(): Promise<void> }> {
  const app = express();
  app.disable("x-powered-by");
  let pages: Router | undefined;
  app.use((request, response, next) => {
    pages ??= standInPages(standIn());
    pages(request, response, next);
  });
  const server = await new Promise<Server>((resolve, reject) => {
    const started: Server = app.listen(port, "127.0.0.1", () => resolve(started));
    started.once("error", reject);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The stand-in's pages have no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

import type { RequestHandler } from "express";
import type { App } from "./app.server.ts";

/** The path with everything that could be an id, a name or a secret taken out: only words of ours stay. */
export const routeOf = (path: string): string =>
  path
    .replace(/\?.*$/s, "")
    .slice(0, 300)
    .split("/")
    .map((part) => (part === "" || /^(v\d+|[a-z]+(-[a-z]+)*(\.(data|json|css|txt|xml|svg|ics))?)$/.test(part) && part.length <= 32 ? part : ":id"))
    .join("/");

/** What broke, for the log: no values, since a failed statement's message lists its parameters. */
export function problemOf(problem: unknown): { problem: string; cause?: string } {
  if (!(problem instanceof Error)) return { problem: typeof problem };
  const frames = (problem.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 12);
  const code = (problem.cause as { code?: unknown } | undefined)?.code;
  return { problem: [`${problem.name}: ${firstLine(problem)}`, ...frames].join("\n"), ...(typeof code === "string" && { cause: code }) };
}
const firstLine = (problem: Error): string => (problem.message.split("\n")[0] ?? "").replace(/[^\s<>"':;,]+@[^\s<>"':;,]+/g, "…@…").slice(0, 300);

/** One structured line a request: id, method, route, status, duration. */
export const logRequests = (app: App): RequestHandler => (request, response, next) => {
  const began = process.hrtime.bigint();
  response.on("close", () => {
    const ms = Math.round(Number(process.hrtime.bigint() - began) / 1e5) / 10;
    const line = { requestId: response.locals.requestId, method: request.method, route: routeOf(request.originalUrl), status: response.statusCode, ms };
    app.log[response.statusCode >= 500 ? "error" : "info"](response.writableFinished ? line : { ...line, aborted: true }, "request");
  });
  next();
};

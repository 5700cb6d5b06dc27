import { createHash } from "node:crypto";
import { checkRead, checkWrite, decodeForm } from "../contract.server.ts";
import { createAccount, createAccountLink, readAccount } from "./accounts.server.ts";
import { type Desk, decline, type Handler, type Params, type Reply } from "./desk.server.ts";
import { apiVersion } from "./events.server.ts";
import { cancelIntent, captureIntent, readIntent } from "./intents.server.ts";
import { listAccounts, listRefunds, listReversals, listSessions, listTransfers } from "./lists.server.ts";
import { createRefund } from "./refunds.server.ts";
import { createSession, expireSession, readSession } from "./sessions.server.ts";
import { createTransfer, readTransfer, reverseTransfer } from "./transfers.server.ts";

const writes: Record<string, Handler> = {
  "POST /v1/checkout/sessions": createSession,
  "POST /v1/checkout/sessions/{}/expire": expireSession,
  "POST /v1/payment_intents/{}/capture": captureIntent,
  "POST /v1/payment_intents/{}/cancel": cancelIntent,
  "POST /v1/refunds": createRefund,
  "POST /v1/transfers": createTransfer,
  "POST /v1/transfers/{}/reversals": reverseTransfer,
  "POST /v2/core/accounts": createAccount,
  "POST /v2/core/account_links": createAccountLink,
};

const paging = ["limit", "starting_after", "expand"];

const reads: Record<string, { handler: Handler; query: readonly string[] }> = {
  "GET /v1/checkout/sessions/{}": { handler: readSession, query: ["expand"] },
  "GET /v1/payment_intents/{}": { handler: readIntent, query: ["expand"] },
  "GET /v1/transfers/{}": { handler: readTransfer, query: ["expand"] },
  "GET /v1/refunds": { handler: listRefunds, query: ["payment_intent", ...paging] },
  "GET /v1/transfers": { handler: listTransfers, query: ["transfer_group", "destination", ...paging] },
  "GET /v1/transfers/{}/reversals": { handler: listReversals, query: paging },
  "GET /v1/checkout/sessions": { handler: listSessions, query: ["customer_details", ...paging] },
  "GET /v2/core/accounts": { handler: listAccounts, query: ["applied_configurations", "limit"] },
  "GET /v2/core/accounts/{}": { handler: readAccount, query: ["include"] },
};

type Route = { name: string; id: string };

const patterns = [...Object.keys(writes), ...Object.keys(reads)].map((name) => {
  const [method = "", path = ""] = name.split(" ");
  return { name, method, pattern: new RegExp(`^${path.replace("{}", "([^/]+)")}$`) };
});

function routeFor(method: string, path: string): Route | null {
  for (const one of patterns) {
    const found = one.method === method ? one.pattern.exec(path) : null;
    if (found) return { name: one.name, id: found[1] ?? "" };
  }
  return null;
}

export type StandInRequest = { method: string; url: URL; headers: Headers; body: string };

/** Where a fault is put into a request, to prove that repeating it under the same key is safe. */
export type Fault = "request_lost" | "crash_inside" | "answer_lost" | "answer_broken";
export type Chaos = (request: { method: string; path: string }) => Fault | null;

const day = 86_400;
const lifetimeOf = (path: string) => (path.startsWith("/v2/") ? 30 * day : day);

/** Answers one write once per idempotency key: a repetition gets the first answer, other parameters are refused. */
async function writeOnce(desk: Desk, request: StandInRequest, perform: () => Promise<Reply>): Promise<Reply & { replayed?: true }> {
  const key = request.headers.get("idempotency-key");
  if (!key) return perform();
  const asked = createHash("sha256").update(`${request.method} ${request.url.pathname}\n${request.body}`).digest("hex");
  const before = await desk.rows.get("answer", key);
  if (before && desk.realNow - before.at < lifetimeOf(request.url.pathname)) {
    if (before.request === asked) return { status: before.status, body: JSON.parse(before.body) as Record<string, unknown>, replayed: true };
    const message = "Keys for idempotent requests can only be used with the same parameters they were first used with.";
    return { status: 400, body: { error: { type: "idempotency_error", message } } };
  }
  const reply = await perform();
  await desk.rows.put("answer", { id: key, request: asked, status: reply.status, body: JSON.stringify(reply.body), at: desk.realNow });
  return reply;
}

/** A reading's query must be in the SDK's types, where the contract has them, and what the stand-in can do. */
async function readParams(route: string, url: URL): Promise<Params | Reply> {
  const query = url.search.slice(1);
  const params = listed(decodeForm(query));
  const unknown = Object.keys(params).find((name) => !reads[route]?.query.includes(name));
  if (unknown) return decline(400, "parameter_unknown", `Received unknown parameter: ${unknown}`, { param: unknown });
  const checked = await checkRead(route, params);
  return checked.known && !checked.ok ? decline(400, "parameter_unknown", checked.problem, { param: checked.param }) : params;
}

const lists = ["expand", "include", "applied_configurations"];
/** One value of a list parameter may come without brackets. */
const listed = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, lists.includes(name) && typeof value === "string" ? [value] : value]));

const isReply = (value: Params | Reply): value is Reply => typeof value.status === "number" && "body" in value;

/** Decides one request whose key was right; everything it writes is in the desk's transaction. */
async function decide(desk: Desk, request: StandInRequest): Promise<Reply & { replayed?: true }> {
  const { method, url } = request;
  const route = routeFor(method, url.pathname);
  if (!route) return decline(404, undefined, `Unrecognized request URL (${method}: ${url.pathname}). The stand-in does not know this operation.`);
  const read = reads[route.name];
  if (read) {
    const params = await readParams(route.name, url);
    return isReply(params) ? params : read.handler(desk, params, route.id);
  }
  const handler = writes[route.name];
  const json = (request.headers.get("content-type") ?? "").includes("json");
  const checked = await checkWrite(route.name, request.body, json);
  if (!handler || !checked.known) return decline(404, undefined, `The contract does not know ${route.name}.`);
  if (!checked.ok) return decline(400, "parameter_unknown", checked.problem, { param: checked.param });
  return writeOnce(desk, request, () => handler(desk, checked.params, route.id));
}

type Machine = {
  apiKey: string;
  newId: (prefix: string) => string;
  chaos?: Chaos;
  /** One transaction; `inside` runs last in it, so that a fault there loses all of it. */
  run: <T>(work: (desk: Desk) => Promise<T>, inside?: () => void) => Promise<T>;
};

const lost = (what: string) => new TypeError(`The stand-in lost the ${what}`);

/** The stand-in as a fetch function: what the SDK is given in place of the network. */
export function openFetch({ apiKey, newId, chaos, run }: Machine): typeof fetch {
  const respond = (reply: Reply & { replayed?: true }) =>
    new Response(JSON.stringify(reply.body), {
      status: reply.status,
      headers: {
        "content-type": "application/json",
        "request-id": newId("req"),
        "stripe-version": apiVersion,
        ...(reply.replayed && { "idempotent-replayed": "true" }),
      },
    });
  return async (input, init) => {
    const asked = new Request(input, init);
    const request: StandInRequest = { method: asked.method, url: new URL(asked.url), headers: asked.headers, body: await asked.text() };
    if (request.headers.get("authorization") !== `Bearer ${apiKey}`)
      return respond({ status: 401, body: { error: { type: "invalid_request_error", message: "Invalid API Key provided." } } });
    const fault = chaos?.({ method: request.method, path: request.url.pathname }) ?? null;
    if (fault === "request_lost") throw lost("request");
    const crash = () => {
      throw lost("process");
    };
    const reply = await run((desk) => decide(desk, request), fault === "crash_inside" ? crash : undefined);
    if (fault === "answer_lost") throw lost("answer");
    if (fault === "answer_broken") return respond({ status: 500, body: { error: { type: "api_error", message: "Something went wrong." } } });
    return respond(reply);
  };
}

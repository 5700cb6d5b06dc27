import type { LookupAddress } from "node:dns";
import { lookup as systemLookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { CalendarFetcher, Fetched, FetchFailure, Known } from "#app/domain/calendars/calendars.ts";
import { calendarLimits } from "#app/domain/calendars/calendars.ts";
import { isPublicAddress } from "./addresses.ts";

export type FetchOptions = {
  /** Unencrypted addresses pass in the demo and in tests only. */
  allowHttp: boolean;
  /** Which addresses of IP may be connected to; the public ones by default. */
  mayConnect?: (address: string) => boolean;
  resolve?: (hostname: string) => Promise<LookupAddress[]>;
  bytesAtMost?: number;
  /** For everything together, redirects included. */
  timeoutMs?: number;
};

const redirectsAtMost = 3;
const redirects = [301, 302, 303, 307, 308];

class Refused extends Error {
  constructor(readonly problem: FetchFailure) {
    super(problem);
  }
}
/** One answer: where it leads on, or what it is. */
type Answered = { to: string } | Extract<Fetched, { ok: true }>;

/**
 * Fetches other people's calendars. The name is resolved by us and the connection goes to the very address that was checked,
 * so that a name which answers differently the second time reaches nothing inside.
 */
export function openCalendars({ allowHttp, mayConnect = isPublicAddress, resolve = (hostname) => systemLookup(hostname, { all: true }), bytesAtMost = calendarLimits.bytes, timeoutMs = 10_000 }: FetchOptions): CalendarFetcher {
  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        if (!first) return done(Object.assign(new Error("No address"), { code: "ENOTFOUND" }), "", 4);
        // One private address among several is enough to be refused: the system would choose.
        if (!found.every(({ address }) => mayConnect(address))) return done(new Refused("private-network"), "", 4);
        if (options.all) done(null, found);
        else done(null, first.address, first.family);
      },
      (problem: NodeJS.ErrnoException) => done(problem, "", 4),
    );
  };

  function checked(address: string): URL {
    const url = new URL(address);
    if (url.protocol !== "https:" && !(allowHttp && url.protocol === "http:")) throw new Refused("not-https");
    const host = url.hostname.replace(/^\[|\]$/g, "");
    // An address written as a number never comes to the lookup.
    if (isIP(host) && !mayConnect(host)) throw new Refused("private-network");
    if (url.port !== "" && Number(url.port) < 1024) throw new Refused("private-network");
    return url;
  }

  const ask = (url: URL, known: Known, signal: AbortSignal): Promise<Answered> =>
    new Promise((done, fail) => {
      const headers: http.OutgoingHttpHeaders = { accept: "text/calendar, text/plain;q=0.5", "accept-encoding": "identity", "user-agent": "Quartier calendar import" };
      if (known.etag) headers["if-none-match"] = known.etag;
      if (known.lastModified) headers["if-modified-since"] = known.lastModified;
      const request = (url.protocol === "https:" ? https : http).request(url, { headers, lookup, agent: false, signal }, (response) => {
        const status = response.statusCode ?? 0;
        const location = response.headers.location;
        const stop = (answer: Answered | FetchFailure) => {
          if (typeof answer === "string") fail(new Refused(answer));
          else done(answer);
          response.destroy();
        };
        if (redirects.includes(status) && location) return stop(leadsTo(location, url));
        if (status === 304) return stop({ ok: true, unchanged: true });
        if (status !== 200) return stop(failureOf(status));
        if (Number(response.headers["content-length"] ?? 0) > bytesAtMost) return stop("too-large");
        if ((response.headers["content-encoding"] ?? "identity") !== "identity") return stop("server-error");
        const chunks: Buffer[] = [];
        let length = 0;
        response.on("data", (chunk: Buffer) => {
          length += chunk.length;
          if (length > bytesAtMost) return stop("too-large");
          chunks.push(chunk);
        });
        response.on("error", fail);
        response.on("aborted", () => fail(new Refused("unreachable")));
        response.on("end", () => done({ ok: true, unchanged: false, text: new TextDecoder().decode(Buffer.concat(chunks)), etag: short(response.headers.etag), lastModified: short(response.headers["last-modified"]) }));
      });
      request.on("error", fail);
      request.end();
    });

  return {
    async fetch(address, known) {
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        let next = address;
        for (let hops = 0; hops <= redirectsAtMost; hops++) {
          const answer = await ask(checked(next), known, deadline);
          if (!("to" in answer)) return answer;
          next = answer.to;
        }
        return { ok: false, problem: "too-many-redirects" };
      } catch (problem) {
        return { ok: false, problem: deadline.aborted ? "timeout" : problemOf(problem) };
      }
    },
  };
}

const leadsTo = (location: string, from: URL): Answered | FetchFailure => {
  try {
    return { to: new URL(location, from).href };
  } catch {
    return "server-error";
  }
};

const failureOf = (status: number): FetchFailure => (status === 404 || status === 410 ? "gone" : status === 401 || status === 403 ? "not-allowed" : "server-error");

function problemOf(problem: unknown): FetchFailure {
  if (problem instanceof Refused) return problem.problem;
  const code = (problem as NodeJS.ErrnoException | null)?.code;
  return code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA" ? "unknown-host" : "unreachable";
}

/** A validator is kept only where it is one: short and printable. */
const short = (header: string | undefined): string | null => (header && header.length <= 200 && /^[\x20-\x7e]+$/.test(header) ? header : null);

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isPublicAddress } from "#app/gateways/calendars/addresses.ts";
import { openCalendars } from "#app/gateways/calendars/fetch.server.ts";
import { demoCalendar, withDemoCalendar } from "#app/gateways/calendars/standin.ts";

const nothing = { etag: null, lastModified: null };
let server: Server;
let port = 0;
let asked: { url: string; headers: IncomingMessage["headers"] }[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answer = (_request, response) => void response.end("BEGIN:VCALENDAR");
});

const here = (name = "calendar.test", path = "/a.ics") => `http://${name}:${port}${path}`;
const loopback = async () => [{ address: "127.0.0.1", family: 4 }];
/** A fetcher for which the test's own server stands on the public internet. */
const open = (more: Partial<Parameters<typeof openCalendars>[0]> = {}) => openCalendars({ allowHttp: true, mayConnect: (address) => address === "127.0.0.1", resolve: loopback, timeoutMs: 2000, ...more });
/** One with the real rule. */
const strict = (addresses: string[] = ["127.0.0.1"]) => openCalendars({ allowHttp: true, resolve: async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })), timeoutMs: 2000 });

describe("addresses that a server of ours must not visit", () => {
  const inside = ["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.168.1.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::a00:1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "100::1", "no-address", ""];
  test.each(inside)("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));
  test.each(["1.1.1.1", "8.8.8.8", "172.32.0.1", "172.15.255.255", "100.128.0.1", "192.169.0.1", "223.255.255.254", "2606:4700::1111", "2a00:1450:4001::1", "2001:4860:4860::8888"])("%s is", (address) => expect(isPublicAddress(address)).toBe(true));

  test.each(["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "169.254.169.254", "[fd00:ec2::254]"])("an address written as %s is refused before anybody connects", async (host) => {
    expect(await strict().fetch(`http://${host}:${port}/`, nothing)).toEqual({ ok: false, problem: "private-network" });
    expect(asked).toEqual([]);
  });
  test("a name that leads inside is refused, also when only one of its addresses does", async () => {
    for (const addresses of [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::1"], ["::ffff:10.0.0.1"]]) expect(await strict(addresses).fetch(here(), nothing)).toEqual({ ok: false, problem: "private-network" });
    expect(asked).toEqual([]);
  });
  test("a redirect that leads inside is refused", async () => {
    for (const to of [`http://10.0.0.1:${port}/`, `http://[::1]:${port}/`, `http://169.254.169.254:8080/latest/meta-data`]) {
      answer = (_request, response) => void response.writeHead(302, { location: to }).end();
      expect(await open().fetch(here(), nothing)).toEqual({ ok: false, problem: "private-network" });
    }
    expect(asked).toHaveLength(3);
  });
  test("a name is resolved once a connection, and the connection goes where the check looked", async () => {
    let times = 0;
    const changing = async () => [{ address: times++ === 0 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    expect(await open({ resolve: changing }).fetch(here(), nothing)).toMatchObject({ ok: true, unchanged: false });
    expect(times).toBe(1);
    answer = (_request, response) => void response.writeHead(302, { location: here("again.test") }).end();
    expect(await open({ resolve: changing }).fetch(here(), nothing)).toEqual({ ok: false, problem: "private-network" });
  });
  test("the ports of other services are refused", async () => {
    for (const url of ["http://calendar.test:25/", "http://calendar.test:22/", "https://calendar.test:80/"]) expect(await open().fetch(url, nothing)).toEqual({ ok: false, problem: "private-network" });
  });
});

describe("encryption", () => {
  const production = open({ allowHttp: false });
  test("an unencrypted address is refused in production, also after a redirect", async () => {
    expect(await production.fetch(here(), nothing)).toEqual({ ok: false, problem: "not-https" });
    expect(asked).toEqual([]);
  });
  test("other kinds of addresses are refused everywhere", async () => {
    for (const url of ["ftp://calendar.test/a.ics", "file:///etc/passwd", "data:text/calendar,BEGIN:VCALENDAR"]) expect(await open().fetch(url, nothing)).toEqual({ ok: false, problem: "not-https" });
  });
  test("a server without a certificate that we trust is unreachable", async () => {
    expect(await open().fetch(`https://calendar.test:${port}/`, nothing)).toEqual({ ok: false, problem: "unreachable" });
  });
});

describe("what a server may answer", () => {
  test("a calendar comes with what proves its version", async () => {
    answer = (_request, response) => void response.writeHead(200, { etag: '"v1"', "last-modified": "Tue, 24 Nov 2026 08:00:00 GMT" }).end("BEGIN:VCALENDAR\nSUMMARY:Zürich");
    expect(await open().fetch(here(), nothing)).toEqual({ ok: true, unchanged: false, text: "BEGIN:VCALENDAR\nSUMMARY:Zürich", etag: '"v1"', lastModified: "Tue, 24 Nov 2026 08:00:00 GMT" });
    expect(asked[0]?.headers["if-none-match"]).toBeUndefined();
  });
  test("asked again with that proof, it may say that nothing changed", async () => {
    answer = (request, response) => void response.writeHead(request.headers["if-none-match"] === '"v1"' && request.headers["if-modified-since"] ? 304 : 200).end();
    expect(await open().fetch(here(), { etag: '"v1"', lastModified: "Tue, 24 Nov 2026 08:00:00 GMT" })).toEqual({ ok: true, unchanged: true });
  });
  test("three redirects are followed, a fourth is not", async () => {
    answer = (request, response) => {
      const left = Number(new URL(request.url ?? "", here()).searchParams.get("left"));
      if (left > 0) response.writeHead(301, { location: `/?left=${left - 1}` }).end();
      else response.end("BEGIN:VCALENDAR");
    };
    expect(await open().fetch(here("calendar.test", "/?left=3"), nothing)).toMatchObject({ ok: true });
    expect(await open().fetch(here("calendar.test", "/?left=4"), nothing)).toEqual({ ok: false, problem: "too-many-redirects" });
  });
  test.each([[404, "gone"], [410, "gone"], [401, "not-allowed"], [403, "not-allowed"], [500, "server-error"], [429, "server-error"], [204, "server-error"]] as const)("status %i is called %s", async (status, problem) => {
    answer = (_request, response) => void response.writeHead(status).end();
    expect(await open().fetch(here(), nothing)).toEqual({ ok: false, problem });
  });
  test("more than the limit is broken off, announced or not", async () => {
    answer = (_request, response) => void response.writeHead(200, { "content-length": "5000" }).end("x".repeat(5000));
    expect(await open({ bytesAtMost: 1000 }).fetch(here(), nothing)).toEqual({ ok: false, problem: "too-large" });
    let sent = 0;
    answer = (_request, response) => {
      const pour = () => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += 65_536;
          if (!response.write("x".repeat(65_536))) return void response.once("drain", pour);
        }
        response.end();
      };
      pour();
    };
    expect(await open().fetch(here(), nothing)).toEqual({ ok: false, problem: "too-large" });
    expect(sent).toBeLessThan(20_000_000);
  });
  test("what is packed although nobody asked for it is not unpacked", async () => {
    answer = (_request, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("BEGIN:VCALENDAR"));
    expect(await open().fetch(here(), nothing)).toEqual({ ok: false, problem: "server-error" });
  });
  test("a server that says nothing, or drips, is left when the time is over", async () => {
    answer = () => undefined;
    expect(await open({ timeoutMs: 150 }).fetch(here(), nothing)).toEqual({ ok: false, problem: "timeout" });
    let timer: NodeJS.Timeout | undefined;
    answer = (_request, response) => {
      timer = setInterval(() => response.write("x"), 20);
    };
    expect(await open({ timeoutMs: 200 }).fetch(here(), nothing)).toEqual({ ok: false, problem: "timeout" });
    clearInterval(timer);
  });
  test("a server that hangs up in the middle is unreachable", async () => {
    answer = (_request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("BEGIN", () => response.socket?.destroy());
    };
    expect(await open().fetch(here(), nothing)).toEqual({ ok: false, problem: "unreachable" });
  });
  test("a name that nobody knows is told as that", async () => {
    const unknown = async () => {
      throw Object.assign(new Error("no such host"), { code: "ENOTFOUND" });
    };
    expect(await open({ resolve: unknown }).fetch(here(), nothing)).toEqual({ ok: false, problem: "unknown-host" });
    expect(await open({ resolve: async () => [] }).fetch(here(), nothing)).toEqual({ ok: false, problem: "unknown-host" });
  });
});

test("the demo's calendar answers without a network and knows its version", async () => {
  const demo = withDemoCalendar(open());
  const first = await demo.fetch(demoCalendar, nothing);
  expect(first).toMatchObject({ ok: true, unchanged: false });
  if (!first.ok || first.unchanged) throw new Error("No text");
  expect(await demo.fetch(demoCalendar, { etag: first.etag, lastModified: null })).toEqual({ ok: true, unchanged: true });
  expect(await demo.fetch(here(), nothing)).toMatchObject({ ok: true, unchanged: false });
});

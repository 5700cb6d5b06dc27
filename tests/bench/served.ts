import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import autocannon from "autocannon";
import Database from "better-sqlite3";
import { copyOf, filledHouse, root } from "./houses.ts";
import { rounded } from "./measure.ts";

export type Served = { origin: string; port: number; readyAfterMs: number; rssMb(): number; stop(): Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Starts a program that listens on PORT, and waits until `ready` answers 200. */
export async function serve(args: string[], env: Record<string, string>, ready = "/"): Promise<Served> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const from = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, NODE_ENV: "production", PORT: String(port), PUBLIC_ORIGIN: origin, LOG_LEVEL: "error", ...env } });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${args.join(" ")} ended before it was ready`);
    const answer = await fetch(`http://127.0.0.1:${port}${ready}`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) break;
    if (performance.now() - from > 60_000) throw new Error(`${args.join(" ")} was not ready after a minute`);
    await wait(5);
  }
  return { origin: `http://127.0.0.1:${port}`, port, readyAfterMs: performance.now() - from, rssMb: () => rssOf(child), stop: () => stopped(child) };
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** Resident memory in MB. */
function rssOf({ pid }: ChildProcess): number {
  if (process.platform === "linux") return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

export type Load = { perSecond: number; p50: number; p99: number };

/** Load on one address at 16 connections; everything but 200 is an error. */
export async function load(url: string, seconds: number): Promise<Load> {
  await autocannon({ url, connections: 16, duration: Math.min(3, seconds), headers: gzip });
  const { requests, latency, non2xx, errors, timeouts } = await autocannon({ url, connections: 16, duration: seconds, headers: gzip });
  if (non2xx + errors + timeouts > 0) throw new Error(`${url}: ${non2xx} answers were no 200, ${errors} errors, ${timeouts} timeouts`);
  return { perSecond: rounded(requests.average, 1), p50: latency.p50, p99: latency.p99 };
}
export const gzip = { "accept-encoding": "gzip" };

/** The built product on a house's folder. */
export const serveProduct = (entry: string, varDir: string): Promise<Served> => serve([entry], { QUARTIER_VAR: varDir, RATE_LIMITS: "off" }, "/readyz");

let calm: string | null = null;

/** The demo's house after its first start: what the filling left to do (mails, events) is done, so that it is not measured. */
export async function calmHouse(entry: string): Promise<string> {
  if (calm) return calm;
  const dir = copyOf(filledHouse(600), "calm");
  const house = await serveProduct(entry, dir);
  const db = new Database(path.join(dir, "quartier.sqlite"), { readonly: true });
  const due = db.prepare("select count(*) as n from job where state in ('queued', 'running') and run_at <= ?");
  for (let quiet = 0, tries = 0; quiet < 3 && tries < 120; tries++) {
    quiet = (due.get(Date.now()) as { n: number }).n <= 1 ? quiet + 1 : 0;
    await wait(1000);
  }
  db.close();
  await house.stop();
  calm = dir;
  return dir;
}

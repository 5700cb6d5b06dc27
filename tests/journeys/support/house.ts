import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { templateDir } from "./template.ts";

const root = path.resolve(import.meta.dirname, "../../..");

export type House = { origin: string; varDir: string; stop(): Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Starts the built server on a copy of the template; with a second origin, the play-money pages are reached under 127.0.0.1 instead of localhost. */
export async function startHouse(env: Record<string, string> = {}, { secondOrigin = false } = {}): Promise<House> {
  const varDir = mkdtempSync(path.join(os.tmpdir(), "quartier-journey-"));
  cpSync(path.join(templateDir, "quartier.sqlite"), path.join(varDir, "quartier.sqlite"));
  mkdirSync(path.join(varDir, "files"), { recursive: true });
  cpSync(path.join(templateDir, "files"), path.join(varDir, "files"), { recursive: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["build/server/index.js"], { cwd: process.env.QUARTIER_SITE ?? root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, NODE_ENV: "production", PORT: String(port), QUARTIER_VAR: varDir, PUBLIC_ORIGIN: origin, LOG_LEVEL: "error", ...(secondOrigin && { PLAY_MONEY_ORIGIN: `http://127.0.0.1:${port}` }), ...env } });
  await ready(`${origin.replace("localhost", "127.0.0.1")}/readyz`, server);
  return {
    origin,
    varDir,
    async stop() {
      await new Promise<void>((resolve) => {
        server.once("exit", () => resolve());
        server.kill("SIGTERM");
      });
      rmSync(varDir, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode} before it was ready`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The server was not ready after 15 s");
}

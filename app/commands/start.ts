import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { compose } from "#app/http/compose.server.ts";
import { readConfig } from "#app/http/config.server.ts";
import { demoDefaults, fillDemo, isFilled, toldAlready } from "#db/seed/demo/index.ts";
import { demoCustomer, demoHelperEmail } from "#db/seed/demo/present.ts";
import { demoPassword, demoStaff } from "#db/seed/demo/staff.ts";
import { progressLine, waitingLine } from "./progress.ts";

/** `npm start`: builds if needed, migrates, fills the demo once, says how to sign in, serves. */
const built = "build/server/index.js";

const newest = (place: string): number =>
  !existsSync(place) ? 0 : statSync(place).isDirectory() ? Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name)))) : statSync(place).mtimeMs;
const sources = ["app", "db/schema", "db/kit.ts", "public", "package.json", "remix.config.js"];

if (!existsSync(built) || Math.max(...sources.map(newest)) > statSync(built).mtimeMs) {
  const line = waitingLine("Building, about half a minute: what browsers load");
  const { code, output } = await build(() => line.tell("Building, about half a minute: the server"));
  line.end(code === 0 ? "Built in" : "The build stopped after");
  if (code !== 0) {
    console.error(output);
    process.exit(code);
  }
}

/** Runs the build and keeps what it says for when it fails; `half` is called when the browser's half is done. */
function build(half: () => void): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", "build"], { stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    let output = "";
    const hear = (piece: Buffer) => {
      output += piece.toString();
      if (piece.includes("SSR bundle")) half();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", (problem) => resolve({ code: 1, output: String(problem) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

const config = readConfig();
if (config.mode === "demo") {
  const app = await compose({ ...config, logLevel: "warn" }, toldAlready);
  if (!app.config.stripeKey && !(await isFilled(app))) {
    const line = progressLine();
    const { helpers, visits } = await fillDemo(app, demoDefaults, line.tell);
    line.end(`The demo has ${helpers} helpers and ${visits} past visits.`);
  }
  await app.store.close();
  console.log(
    [
      "",
      `  Quartier, demo   ${config.origin}`,
      "",
      `  Customer         ${config.origin}/de/sign-in         ${demoCustomer.email}`,
      `  Helper           ${config.origin}/de/sign-in         ${demoHelperEmail}`,
      `  Mails            ${config.origin}/dev/outbox         the sign-in code is there`,
      `  Staff            ${config.origin}/de/staff-sign-in   ${demoStaff.map(({ email }) => email.split("@")[0]).join(", ")} @${demoStaff[0]?.email.split("@")[1]}`,
      `                   password ${demoPassword}, the second factor's page shows the code`,
      "",
    ].join("\n"),
  );
}

const server = spawn(process.execPath, ["--enable-source-maps", built], { stdio: "inherit", env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: process.env.LOG_LEVEL ?? (config.mode === "demo" ? "warn" : "info") } });
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));

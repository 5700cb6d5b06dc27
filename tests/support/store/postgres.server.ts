import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { postgresBinaries, sharedFolder } from "./postgres.binaries.ts";

interface User {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: then the system's own postgres or nobody runs it. */
const serverUser = (): User | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  const account = ["postgres", "nobody"].map((name) => accounts.find((each) => each[0] === name)).find(Boolean);
  if (!account) throw new Error("PostgreSQL cannot run as root, and there is no other user: set TEST_DATABASE_URL.");
  return { uid: Number(account[2]), gid: Number(account[3]) };
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
};

const finished = async (child: ChildProcess, what: string): Promise<void> => {
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${what} ended with ${code}:\n${said}`);
};

const answers = async (url: string, server: ChildProcess, log: () => string): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${log()}`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error(`PostgreSQL does not answer:\n${log()}`);
};

/** Ends the server and deletes its data when our end of its input closes, even where this process was killed. */
const whileWeLive = 'trap "" INT TERM; "$0" "$@" & server=$!; cat > /dev/null; kill -INT $server; wait $server; cd / && rm -rf "$FOLDER"';

export interface PostgresServer {
  /** Address of its maintenance database, as a superuser. */
  url: string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL of our own in a temporary folder on a free port of this machine. */
export const startPostgres = async (): Promise<PostgresServer> => {
  if (process.platform === "win32") throw new Error("On Windows tests need a PostgreSQL of yours: set TEST_DATABASE_URL.");
  const programs = postgresBinaries();
  const user = serverUser();
  const folder = mkdtempSync(path.join(sharedFolder(), "quartier-database-"));
  const password = randomBytes(16).toString("hex");
  const secret = path.join(folder, "secret");
  const data = path.join(folder, "data");
  writeFileSync(secret, password, { mode: 0o600 });
  if (user) for (const each of [secret, folder]) chownSync(each, user.uid, user.gid);

  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  const flags = ["--encoding=UTF8", "--locale=C", "--username=quartier", "--auth=scram-sha-256", "--no-sync"];
  const initdb = spawn(programs.initdb, [`--pgdata=${data}`, `--pwfile=${secret}`, ...flags], { ...user, env, cwd: folder });
  await finished(initdb, "initdb").catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });

  const port = await freePort();
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100"];
  const places = ["listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`];
  const given = ["-D", data, ...[...settings, ...places].flatMap((setting) => ["-c", setting])];
  const server = spawn("/bin/sh", ["-c", whileWeLive, programs.postgres, ...given], {
    ...user,
    env: { ...env, FOLDER: folder },
    cwd: folder,
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  let log = "";
  server.stderr.on("data", (chunk) => {
    log = (log + chunk).slice(-20_000);
  });
  const url = `postgres://quartier:${password}@127.0.0.1:${port}/postgres`;
  await answers(url, server, () => log).catch((error: unknown) => {
    server.stdin.end();
    throw error;
  });

  return {
    url,
    async stop() {
      server.stdin.end();
      if (server.exitCode === null) await once(server, "close");
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Prepared, prepareDatabases } from "./prepared.ts";

/**
 * Runs beside all test files and prepares a database when the first of them asks for it,
 * so that a run without PostgreSQL tests starts no server.
 */
export default async function setup() {
  const databases = prepareDatabases();
  const secret = randomBytes(16).toString("hex");
  const desk = createServer((request, response) => {
    const [, given, kind] = (request.url ?? "").split("/");
    if (given !== secret || (kind !== "sqlite" && kind !== "postgres")) {
      response.writeHead(404).end();
      return;
    }
    databases.get(kind as keyof Prepared).then(
      (prepared) => response.end(JSON.stringify(prepared)),
      (error: Error) => response.writeHead(500).end(error.stack),
    );
  });
  // A connection closed for idleness while a test asks again would fail that test.
  desk.keepAliveTimeout = 0;
  desk.listen(0, "127.0.0.1");
  await once(desk, "listening");
  const { port } = desk.address() as AddressInfo;
  process.env.QUARTIER_TEST_DATABASES = `http://127.0.0.1:${port}/${secret}`;
  return async () => {
    desk.closeAllConnections();
    desk.close();
    await databases.stop();
  };
}

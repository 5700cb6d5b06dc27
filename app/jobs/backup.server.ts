import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Context } from "#app/domain/kernel/context.ts";
import type { App } from "#app/http/app.server.ts";

const kept = 7;

/** Copies a running SQLite database beside it and keeps the last seven days; PostgreSQL has its own means. */
export async function backUp(app: App, ctx: Context): Promise<void> {
  if (app.store.dialect !== "sqlite") return;
  const folder = path.join(app.config.varDir, "backups");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `quartier-${new Date(ctx.realNow).toISOString().slice(0, 10)}.sqlite`);
  await app.store.backup(`${file}.part`);
  await rename(`${file}.part`, file);
  const old = (await readdir(folder)).filter((name) => /^quartier-[\d-]+\.sqlite$/.test(name)).sort().slice(0, -kept);
  for (const name of old) await rm(path.join(folder, name));
}

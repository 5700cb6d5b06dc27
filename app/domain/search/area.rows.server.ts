import type { Db } from "#db/store.ts";
import { postgresAreas } from "./area.postgres.server.ts";
import { sqliteAreas } from "./area.sqlite.server.ts";
import type { Areas } from "./area.ts";

export const areasOf = (db: Db): Areas => (db.engine === "sqlite" ? sqliteAreas : postgresAreas);

import { defineConfig } from "drizzle-kit";

/** `drizzle-kit generate --config db/drizzle.sqlite.config.ts --name what_changed` */
export default defineConfig({ dialect: "sqlite", schema: "./db/schema/sqlite.ts", out: "./db/migrations/sqlite" });

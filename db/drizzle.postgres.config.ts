import { defineConfig } from "drizzle-kit";

/** `drizzle-kit generate --config db/drizzle.postgres.config.ts --name what_changed` */
export default defineConfig({ dialect: "postgresql", schema: "./db/schema/postgres.ts", out: "./db/migrations/postgres" });

import { rmSync } from "node:fs";
import { compose } from "#app/http/compose.server.ts";
import { readConfig } from "#app/http/config.server.ts";
import { demoDefaults, fillDemo, toldAlready } from "#db/seed/demo/index.ts";
import { templateDir } from "./template.ts";

/** Fills the house that every journey starts from: 30 helpers around Basel with a short past. */
rmSync(templateDir, { recursive: true, force: true });
const app = await compose({ ...readConfig({ NODE_ENV: "test" }), varDir: templateDir, logLevel: "error" }, toldAlready);
await fillDemo(app, { ...demoDefaults, helpers: 30, visits: 4, seed: 7, nearBasel: true }, () => undefined);
await app.store.close();

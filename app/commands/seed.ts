import { parseArgs } from "node:util";
import { compose } from "#app/http/compose.server.ts";
import { readConfig } from "#app/http/config.server.ts";
import { fillInBulk } from "#db/seed/demo/bulk.ts";
import { type DemoOptions, demoDefaults, fillDemo, isFilled, toldAlready } from "#db/seed/demo/index.ts";
import { progressLine } from "./progress.ts";

/** More helpers than this are inserted in bulk, without a past, for measuring. */
const bulkFrom = 5000;

const { values } = parseArgs({ options: { helpers: { type: "string" }, region: { type: "string" }, seed: { type: "string" }, visits: { type: "string" }, "no-pictures": { type: "boolean" } } });
const region = values.region === "basel" ? "basel" : "switzerland";
if (values.region && values.region !== "basel" && values.region !== "switzerland") throw new Error("--region is basel or switzerland");
const options: DemoOptions = {
  helpers: Number(values.helpers ?? (region === "basel" ? 24 : demoDefaults.helpers)),
  seed: Number(values.seed ?? demoDefaults.seed),
  visits: Number(values.visits ?? demoDefaults.visits),
  region,
  pictures: !values["no-pictures"],
};
if (!Number.isInteger(options.helpers) || options.helpers < 1) throw new Error("--helpers is a whole number from 1");

const app = await compose({ ...readConfig(), logLevel: "warn" }, toldAlready);
if (await isFilled(app)) {
  console.error("This database is filled already. Name an empty folder in QUARTIER_VAR, or remove the file to begin afresh.");
  process.exitCode = 1;
} else {
  const line = progressLine();
  const filled = options.helpers > bulkFrom ? await fillInBulk(app, options, line.tell) : await fillDemo(app, options, line.tell);
  line.end(`Filled with ${filled.helpers} helpers and ${filled.visits} past visits.`);
}
await app.store.close();

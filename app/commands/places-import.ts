import { readFileSync } from "node:fs";
import { importPlaces } from "#app/domain/area/places.commands.server.ts";
import { parseOfficialRegister } from "#app/gateways/places/places.server.ts";
import { compose } from "#app/http/compose.server.ts";
import { readConfig } from "#app/http/config.server.ts";
import { systemContext } from "#app/http/context.server.ts";

/** `npm run places:import -- FILE`: the official register (swisstopo, AMTOVZ_CSV_WGS84.csv) replaces the gazetteer. */
const [file] = process.argv.slice(2);
if (!file) {
  console.error("Name the register's file: npm run places:import -- AMTOVZ_CSV_WGS84.csv");
  process.exit(1);
}
const places = parseOfficialRegister(readFileSync(file, "utf8"));
const app = await compose({ ...readConfig(), logLevel: "warn" });
const imported = await importPlaces(await systemContext(app), places);
await app.store.close();
if (!imported.ok) {
  console.error(`Not imported: ${imported.refusal}. The file has ${places.length} usable rows; at least 1000 are expected.`);
  process.exit(1);
}
console.log(`${imported.value.places} places with ${imported.value.postcodes} postcodes replace the gazetteer. Restart the server to use them.`);

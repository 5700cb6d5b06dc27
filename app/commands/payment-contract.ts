import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const root = new URL("../../", import.meta.url);
const path = (relative: string) => fileURLToPath(new URL(relative, root));

/** Where the generated contract lies. */
export const contractFile = path("app/gateways/payments/contract.generated.json");

/** Closes Stripe's open enumerations, because a value the SDK does not know is a mistake of ours; drops the prose. */
function tighten(node: Json): Json {
  if (Array.isArray(node)) return node.map(tighten);
  if (node === null || typeof node !== "object") return node;
  const out: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "description" && typeof value === "string") continue;
    if (key === "anyOf" && Array.isArray(value)) {
      const closed = value.filter((one) => JSON.stringify(one) !== '{"$ref":"#/definitions/OtherString"}').map(tighten);
      const constants = closed.map((one) => (one && typeof one === "object" && !Array.isArray(one) && "const" in one ? one.const : undefined));
      if (constants.every((one) => typeof one === "string")) Object.assign(out, { type: "string", enum: constants });
      else out[key] = closed;
    } else if (key === "type" && value === "number") out[key] = "integer"; // Stripe's amounts, counts and times are whole
    else out[key] = tighten(value);
  }
  return out;
}

/** The JSON schema of every write and list we send to Stripe, from the SDK's own types; the SDK's version is part of it. */
export function buildContract(): string {
  const schema = createGenerator({
    path: path("app/gateways/payments/ops.ts"),
    tsconfig: path("tsconfig.json"),
    type: "StripeCalls",
    skipTypeCheck: true,
  }).createSchema("StripeCalls") as unknown as { definitions: { [key: string]: Json } };
  const { OtherString: _open, Decimal: _brand, ...rest } = schema.definitions;
  const definitions = { ...rest, Decimal: { type: "string", pattern: "^-?[0-9]+([.][0-9]+)?$" } };
  const { version } = JSON.parse(readFileSync(path("node_modules/stripe/package.json"), "utf8")) as { version: string };
  return `${JSON.stringify({ sdk: version, definitions: tighten(definitions) })}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(contractFile, buildContract());

import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import qs from "qs";

type Contract = { sdk: string; definitions: Record<string, { properties?: Record<string, { $ref: string }> }> };

export type ContractAnswer =
  | { known: false }
  | { known: true; ok: true; params: Record<string, unknown> }
  | { known: true; ok: false; param: string; problem: string };

let loaded: Promise<(route: string, form: boolean) => ValidateFunction | null> | undefined;

/** Loads the schema on first use and compiles one operation at a time, so that the start pays for none of it. */
function validators() {
  loaded ??= import("./contract.generated.json").then((module) => {
    const contract = module.default as unknown as Contract;
    const routes = contract.definitions.StripeCalls?.properties ?? {};
    const make = (coerceTypes: boolean) =>
      new Ajv({ coerceTypes, allErrors: false, strict: false }).addSchema({ $id: "stripe", definitions: contract.definitions });
    const engines = { form: make(true), json: make(false) };
    return (route: string, form: boolean) => {
      const ref = routes[route]?.$ref;
      return ref ? (engines[form ? "form" : "json"].getSchema(`stripe${ref}`) ?? null) : null;
    };
  });
  return loaded;
}

/** Form fields in Stripe's bracket notation as an object; every leaf is text. */
export const decodeForm = (body: string): Record<string, unknown> =>
  qs.parse(body, { depth: 20, arrayLimit: 1000, parameterLimit: 5000 }) as Record<string, unknown>;

function explain(error: ErrorObject | undefined): { param: string; problem: string } {
  const at = (error?.instancePath ?? "").split("/").filter(Boolean);
  const extra = (error?.params ?? {}) as { additionalProperty?: string; missingProperty?: string };
  const [head, ...rest] = [...at, ...[extra.additionalProperty ?? extra.missingProperty].filter((one) => one !== undefined)];
  const param = `${head ?? ""}${rest.map((one) => `[${one}]`).join("")}`;
  return { param, problem: extra.additionalProperty ? `Received unknown parameter: ${param}` : `Invalid ${param || "request"}: ${error?.message ?? "invalid"}` };
}

/** Checks the body of one write ("POST /v1/payment_intents/{}/capture": ids are {}) against the SDK's own types and returns it with numbers and booleans restored. */
export async function checkWrite(route: string, body: string, json: boolean): Promise<ContractAnswer> {
  const validate = (await validators())(route, !json);
  if (!validate) return { known: false };
  let params: Record<string, unknown>;
  try {
    params = json ? (JSON.parse(body || "{}") as Record<string, unknown>) : decodeForm(body);
  } catch {
    return { known: true, ok: false, param: "", problem: "Invalid request body: not JSON" };
  }
  return verdict(validate, params);
}

/** Checks the query of one reading, already decoded, in the same way; numbers are restored in place. */
export async function checkRead(route: string, params: Record<string, unknown>): Promise<ContractAnswer> {
  const validate = (await validators())(route, true);
  return validate ? verdict(validate, params) : { known: false };
}

function verdict(validate: ValidateFunction, params: Record<string, unknown>): ContractAnswer {
  return validate(params) ? { known: true, ok: true, params } : { known: true, ok: false, ...explain(validate.errors?.[0]) };
}

import { z } from "zod";
import { contract, problemSchema } from "./contract.server.ts";

type Schema = Record<string, unknown> & { properties?: Record<string, Record<string, unknown>>; required?: string[] };
const schemaOf = (schema: z.ZodType, io: "input" | "output"): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" }) as Schema;
  return rest;
};

/** The API's description (OpenAPI 3.1), made from the schemas that validate requests and answers. */
export function openApi({ origin, company, support }: { origin: string; company: string; support: string }) {
  const errors = Object.fromEntries(
    [["400", "Not understood"], ["404", "Not found"], ["429", "Too many requests"]].map(([status, description]) => [status, { description, content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } }]),
  );
  const paths = Object.fromEntries(
    Object.entries(contract).map(([operationId, { path, summary, query, answer }]) => {
      const asked = schemaOf(query, "input");
      const parameters = Object.entries(asked.properties ?? {}).map(([name, { description, ...schema }]) => {
        const inPath = path.includes(`{${name}}`);
        return { name, in: inPath ? "path" : "query", required: inPath || (asked.required ?? []).includes(name), ...(description ? { description } : {}), schema: Object.keys(schema).length ? schema : plain(query, name) };
      });
      const ok = { description: "The answer", headers: { ETag: { schema: { type: "string" } } }, content: { "application/json": { schema: schemaOf(answer, "output") } } };
      return [path, { get: { operationId, summary, parameters, responses: { "200": ok, "304": { description: "Unchanged since the ETag that was sent" }, ...errors } } }];
    }),
  );
  return {
    openapi: "3.1.0",
    info: { title: `${company}: public API`, version: "1.0.0", description: "Certified helpers near a place. Positions are public points, distances are rounded. At most 1,200 requests a minute from one network.", contact: { email: support } },
    servers: [{ url: origin }],
    paths,
    components: { schemas: { Problem: schemaOf(problemSchema, "output") } },
  };
}

/** A number that arrives as text has no input type of its own: its checked form is what may be sent. */
const plain = (query: z.ZodType, name: string): Record<string, unknown> => {
  const { description: _, ...schema } = schemaOf(query, "output").properties?.[name] ?? {};
  return schema;
};

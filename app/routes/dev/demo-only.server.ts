import { notFound } from "#app/http/answer.server.ts";
import { type Args, contextFor } from "#app/http/context.server.ts";

/** The context in a demo; in production the address does not exist. */
export const demoContext = (args: Args) => {
  if (args.context.app.config.mode !== "demo") throw notFound();
  return contextFor(args);
};

import { verifyJournal } from "#app/domain/journal/journal.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { App } from "#app/http/app.server.ts";

/** Walks the chain once a day and puts its head into the log, where a cut-off end would show. */
export async function watchJournal(app: App, ctx: Context): Promise<void> {
  const state = await verifyJournal(ctx);
  app.log[state.ok ? "info" : "error"](state, state.ok ? "the journal is whole" : "the journal is broken");
}

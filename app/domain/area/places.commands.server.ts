import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import type { Place } from "../kernel/places.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

/** Fewer rows than this are no register of the country, and replacing with them would make most places unknown. */
const fewest = 1000;
const part = 200;

/** Replaces the gazetteer in the database by an official register. */
export const importPlaces = (ctx: Context, places: readonly Place[]): Promise<Result<{ places: number; postcodes: number }, "not-allowed" | "too-few">> =>
  atomically(ctx, async (tx) => {
    if (tx.actor.kind !== "system") return refuse("not-allowed");
    if (places.length < fewest) return refuse("too-few");
    const { place } = tx.db.t;
    await tx.db.delete(place);
    for (let from = 0; from < places.length; from += part) await tx.db.insert(place).values(places.slice(from, from + part));
    const postcodes = new Set(places.map(({ postcode }) => postcode)).size;
    await record(tx, { name: "places.imported", subject: { kind: "places", id: "register" }, facts: { places: places.length, postcodes } });
    return ok({ places: places.length, postcodes });
  });

/** The imported register, empty while none was imported. */
export const importedPlaces = ({ db }: Pick<Context, "db">): Promise<Place[]> => db.select().from(db.t.place);

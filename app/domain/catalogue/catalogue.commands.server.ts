import { eq } from "drizzle-orm";
import { isHourly } from "../booking/hourly.ts";
import type { Context } from "../kernel/context.ts";
import { atomically } from "../kernel/atomically.server.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { CategoryContent, MeasureKind, ProgrammeContent, ServiceTypeContent } from "./catalogue.ts";
import { contentProblem, mayEditCatalogue } from "./catalogue.policy.ts";

type Refusal = "not-allowed" | "not-found" | "professional-only" | "price-corridor" | "programme-missing" | "duration" | "hourly-duration" | "pricing-in-use";

/** Publishes a new version of a service type, or the first; bookings keep the version they were made under. */
export const saveServiceType = (ctx: Context, content: ServiceTypeContent, state: "active" | "hidden" = "active"): Promise<Result<{ id: string; version: number }, Refusal>> =>
  atomically(ctx, async (tx) => {
    if (!mayEditCatalogue(tx.actor) && tx.actor.kind !== "system") return refuse("not-allowed");
    const problem = contentProblem(content);
    if (problem) return refuse(problem);
    const { serviceType, serviceTypeVersion } = tx.db.t;
    const [known] = await tx.db.select().from(serviceType).where(eq(serviceType.code, content.code));
    // Helpers' prices would mean something else overnight: an hour in place of a visit, or the other way round.
    if (known && isHourly(known.content) !== isHourly(content) && (await tx.db.$count(tx.db.t.listing, eq(tx.db.t.listing.serviceTypeId, known.id))) > 0) return refuse("pricing-in-use");
    const version = (known?.version ?? 0) + 1;
    const id = known?.id ?? tx.newId();
    const columns = { categoryCode: content.category, riskClass: content.riskClass, programmeCode: content.programme, state, version, content, updatedAt: tx.now };
    if (known) await tx.db.update(serviceType).set(columns).where(eq(serviceType.id, id));
    else await tx.db.insert(serviceType).values({ id, code: content.code, number: (await tx.db.$count(serviceType)) + 1, ...columns });
    await tx.db.insert(serviceTypeVersion).values({ id: tx.newId(), serviceTypeId: id, version, content, createdAt: tx.now, createdBy: tx.actor.personId });
    await record(tx, { name: "serviceType.published", subject: { kind: "serviceType", id }, facts: { code: content.code, version, state } });
    return ok({ id, version });
  });

/** Lays down categories, programmes and measure kinds; repeating it changes nothing but their words. */
export const saveCatalogueFrame = (ctx: Context, frame: { categories: CategoryContent[]; programmes: ProgrammeContent[]; measureKinds: MeasureKind[] }): Promise<Result<null, "not-allowed">> =>
  atomically(ctx, async (tx) => {
    if (!mayEditCatalogue(tx.actor) && tx.actor.kind !== "system") return refuse("not-allowed");
    const { category, programme, measureKind } = tx.db.t;
    for (const [position, content] of frame.categories.entries())
      await tx.db.insert(category).values({ code: content.code, position, content }).onConflictDoUpdate({ target: category.code, set: { position, content } });
    for (const content of frame.programmes)
      await tx.db.insert(programme).values({ code: content.code, content }).onConflictDoUpdate({ target: programme.code, set: { content } });
    for (const content of frame.measureKinds)
      await tx.db.insert(measureKind).values({ code: content.code, content }).onConflictDoUpdate({ target: measureKind.code, set: { content } });
    await record(tx, { name: "catalogue.framed", subject: { kind: "catalogue", id: "catalogue" }, facts: { categories: frame.categories.length, measureKinds: frame.measureKinds.length } });
    return ok(null);
  });

import { eq } from "drizzle-orm";
import type { MoneyWorld } from "./money.ts";

/** The helper's one service is paid by the hour from now on; the hour and a half is preset. */
export async function byTheHour(w: MoneyWorld): Promise<MoneyWorld> {
  const { serviceType, serviceTypeVersion } = w.store.t;
  const content = { ...w.helper.service.content, pricing: "hourly" as const, durationMinutes: 90 };
  await w.store.db.update(serviceType).set({ content, updatedAt: w.clock.now() + 1 }).where(eq(serviceType.id, w.helper.service.id));
  await w.store.db.update(serviceTypeVersion).set({ content }).where(eq(serviceTypeVersion.serviceTypeId, w.helper.service.id));
  return w;
}

import { eq } from "drizzle-orm";
import { acceptBooking } from "#app/domain/booking/booking.commands.server.ts";
import { staff } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { anAskedBooking, readBooking } from "./bookings.ts";
import { as } from "./people.ts";

type Story = Awaited<ReturnType<typeof anAskedBooking>>;
export const support = staff("sam", ["support"]);

/** What tests of a visit ask again and again; `root` is read when it is needed. */
export function visitTools(root: () => Context) {
  const names = async ({ bookingId }: Story) => (await root().db.select().from(root().db.t.journalEntry).where(eq(root().db.t.journalEntry.subjectId, bookingId))).map(({ name }) => name);
  return {
    /** Accepted some days before the visit. */
    async accepted(more: Parameters<typeof anAskedBooking>[1] = {}, inDays = 3): Promise<Story> {
      const story = await anAskedBooking(root(), more, inDays);
      must(await acceptBooking(as(root(), story.helper.actor), story.bookingId));
      return story;
    },
    helperAt: ({ helper }: Story, now: number) => as(root(), helper.actor, now),
    guestAt: ({ guest }: Story, now: number) => as(root(), guest, now),
    row: (story: Story) => readBooking(root(), story.bookingId),
    times: async (story: Story, name: string) => (await names(story)).filter((each) => each === name).length,
  };
}

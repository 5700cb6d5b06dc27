import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking } from "#app/domain/booking/booking.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { openProposal } from "#app/domain/reschedule/proposal.server.ts";
import { slotsToPropose } from "#app/domain/reschedule/slots.server.ts";
import * as calendar from "#app/routes/customer/bookings/calendar.ts";
import * as cancel from "#app/routes/customer/bookings/cancel.tsx";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as propose from "#app/routes/customer/bookings/reschedule.tsx";
import * as times from "#app/routes/customer/bookings/times.tsx";
import * as request from "#app/routes/helper/request.tsx";
import * as requests from "#app/routes/helper/requests.tsx";
import * as today from "#app/routes/helper/today.tsx";
import * as visit from "#app/routes/helper/visit.tsx";
import * as visitPropose from "#app/routes/helper/visit-reschedule.tsx";
import * as visitTimes from "#app/routes/helper/visit-times.tsx";
import * as staffPage from "#app/routes/staff/bookings/page.tsx";
import * as staffPropose from "#app/routes/staff/bookings/reschedule.tsx";
import * as staffTimes from "#app/routes/staff/bookings/times.tsx";
import { formatTime } from "#app/texts/format.ts";
import "#app/texts/all.server.ts";
import { anAskedBooking, day, readBooking } from "../support/bookings.ts";
import { aGuest, aStaffMember, as } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { answerOf, guestOf, leadsTo } from "./booking.support.ts";

let w: World;
const rootOf = () => w.ctx(system);
type Story = Awaited<ReturnType<typeof anAskedBooking>>;

beforeEach(async () => {
  w = await world();
});

async function agreed(): Promise<Story & { id: string; slots: number[] }> {
  const root = await rootOf();
  const story = await anAskedBooking(root);
  must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
  return { ...story, id: story.bookingId, slots: await later(story.bookingId) };
}
/** Three free times on the days after the visit. */
async function later(id: string): Promise<number[]> {
  const root = await rootOf();
  const booking = await readBooking(root, id);
  return (await slotsToPropose(root, booking)).filter(({ slots }) => (slots[0] ?? 0) > booking.startsAt + day / 2).slice(0, 3).map(({ slots }) => slots[2] ?? 0);
}
const form = (fields: Record<string, string | string[]>) => fields;
const ask = <T = never>(screen: (args: never) => Promise<unknown>, address: string, asked: object) => answerOf<T>(w, screen, address, asked as never);
type Shown = { times: { open: { id: string; mayAnswer: boolean; mayWithdraw: boolean; times: { at: number; free: boolean }[] } | null; may: Record<string, string | null>; done: string | null; last: { state: string } | null } };

describe("The customer", () => {
  it("chooses up to three times over several screens of days, and nothing chosen is lost on the way", async () => {
    const { id, slots } = await agreed();
    const at = `/de/bookings/${id}/reschedule`;
    type View = { view: { chosen: number[]; page: number; pages: number; days: { slots: number[] }[]; left: number } };
    const first = (await ask<View>(propose.loader as never, at, { actor: guestOf(id) })).value.view;
    expect(first).toMatchObject({ page: 1, chosen: [], left: 3 });
    expect(first.pages).toBeGreaterThan(2);
    const third = (await ask<View>(propose.loader as never, `${at}?page=3&slot=${slots[0]}&slot=${slots[1]}&slot=17`, { actor: guestOf(id) })).value.view;
    expect(third).toMatchObject({ page: 3, chosen: slots.slice(0, 2) });
    expect(third.days[0]?.slots[0]).toBeGreaterThan(first.days.at(-1)?.slots.at(-1) ?? 0);
    const wrong = (await ask<{ errors: object; values: { slot: string[] } }>(propose.action as never, at, { actor: guestOf(id), form: form({}) }));
    expect([wrong.status, wrong.value.errors]).toEqual([400, { slot: "reschedule.error.none" }]);
    const many = [...slots, slots[0] as number + 1_800_000].map(String);
    const tooMany = await ask<{ errors: object; values: object }>(propose.action as never, at, { actor: guestOf(id), form: form({ slot: many }) });
    expect([tooMany.status, tooMany.value]).toMatchObject([400, { errors: { slot: "reschedule.error.tooMany" }, values: { slot: many } }]);
    const night = await ask<{ refusal: string; detail: { next: number[] } }>(propose.action as never, at, { actor: guestOf(id), form: form({ slot: "1900000000000" }) });
    expect([night.status, night.value.refusal]).toEqual([409, "slot-taken"]);
    expect(night.value.detail.next.length).toBeGreaterThan(0);
    leadsTo(await ask(propose.action as never, at, { actor: guestOf(id), form: form({ slot: slots.map(String) }) }), `/de/bookings/${id}?done=proposed`);
    const shown = (await ask<Shown>(page.loader as never, `/de/bookings/${id}?done=proposed`, { actor: guestOf(id) })).value.times;
    expect(shown).toMatchObject({ done: "proposed", open: { mayAnswer: false, mayWithdraw: true }, may: { customer: "already-open" } });
    leadsTo(await ask(propose.loader as never, at, { actor: guestOf(id) }), `/de/bookings/${id}`);
  });

  it("is offered another time on the cancel page, and finds nothing of a stranger's booking", async () => {
    const { id, slots } = await agreed();
    expect((await ask<{ mayPropose: boolean }>(cancel.loader as never, `/de/bookings/${id}/cancel`, { actor: guestOf(id) })).value.mayPropose).toBe(true);
    for (const [screen, name] of [[propose, "reschedule"], [times, "times"]] as const) {
      expect((await ask(screen.loader as never, `/de/bookings/${id}/${name}`, { actor: aGuest("other") })).status).toBe(404);
      expect((await ask(screen.action as never, `/de/bookings/${id}/${name}`, { actor: aGuest("other"), form: form({ slot: String(slots[0]) }) })).status).toBe(404);
    }
  });

  it("takes one of the helper's times with one tap, and the calendar file follows", async () => {
    const { id, helper, slots } = await agreed();
    const file = async () => {
      const response = (await calendar.loader((await w.request(`/de/bookings/${id}/calendar.ics`, { actor: guestOf(id) })) as never)) as Response;
      const text = await response.text();
      return { uid: /UID:(.*)\r/.exec(text)?.[1], sequence: Number(/SEQUENCE:(\d+)/.exec(text)?.[1]), starts: /DTSTART:(.*)\r/.exec(text)?.[1] };
    };
    const before = await file();
    leadsTo(await ask(visitPropose.action as never, `/de/helper/visits/${id}/reschedule`, { actor: helper.actor, form: form({ slot: slots.map(String) }) }), `/de/helper/visits/${id}?done=proposed`);
    const { open } = (await ask<Shown>(page.loader as never, `/de/bookings/${id}`, { actor: guestOf(id) })).value.times;
    expect(open).toMatchObject({ mayAnswer: true, times: slots.map((at) => ({ at, free: true })) });
    const yes = form({ proposal: open?.id ?? "", slot: String(slots[1]) });
    leadsTo(await ask(times.action as never, `/de/bookings/${id}/times`, { actor: guestOf(id), form: yes }), `/de/bookings/${id}?done=taken`);
    expect((await readBooking(await rootOf(), id)).startsAt).toBe(slots[1]);
    const after = await file();
    expect(after).toMatchObject({ uid: before.uid, sequence: before.sequence + 1 });
    expect(after.starts).toBe(new Date(slots[1] ?? 0).toISOString().replace(/[-:]|\.000/g, ""));
    const again = await ask<{ refusal: string }>(times.action as never, `/de/bookings/${id}/times`, { actor: guestOf(id), form: form({ proposal: open?.id ?? "", slot: String(slots[0]) }) });
    expect([again.status, again.value.refusal]).toEqual([409, "wrong-state"]);
  });
});

describe("The helper", () => {
  it("sees among the requests that a visit should move, and takes a time or none", async () => {
    const { id, helper, slots } = await agreed();
    await ask(propose.action as never, `/de/bookings/${id}/reschedule`, { actor: guestOf(id), form: form({ slot: String(slots[0]) }) });
    const list = await ask<{ wished: { bookingId: string }[] }>(requests.loader as never, "/de/helper/requests", { actor: helper.actor });
    expect(list.value.wished).toMatchObject([{ bookingId: id }]);
    expect((await ask<{ wished: { bookingId: string }[] }>(today.loader as never, "/de/helper", { actor: helper.actor })).value.wished).toEqual(list.value.wished);
    const { open } = (await ask<Shown>(visit.loader as never, `/de/helper/visits/${id}`, { actor: helper.actor })).value.times;
    leadsTo(await ask(visitTimes.action as never, `/de/helper/visits/${id}/times`, { actor: helper.actor, form: form({ proposal: open?.id ?? "", intent: "refuse" }) }), `/de/helper/visits/${id}?done=refused`);
    const { last } = (await ask<Shown>(page.loader as never, `/de/bookings/${id}`, { actor: guestOf(id) })).value.times;
    expect(last?.state).toBe("refused");
  });

  it("offers other times instead of declining; the customer refuses and finds the next helpers", async () => {
    const story = await anAskedBooking(await rootOf());
    const { bookingId: id, helper } = story;
    const slots = await later(id);
    expect((await ask<{ mayOffer: boolean }>(request.loader as never, `/de/helper/requests/${id}`, { actor: helper.actor })).value.mayOffer).toBe(true);
    leadsTo(await ask(visitPropose.action as never, `/de/helper/visits/${id}/reschedule`, { actor: helper.actor, form: form({ slot: slots.map(String) }) }), `/de/helper/requests/${id}?done=proposed`);
    const card = await ask<{ mayOffer: boolean; request: { offered: { slots: number[] } } }>(request.loader as never, `/de/helper/requests/${id}`, { actor: helper.actor });
    expect(card.value).toMatchObject({ mayOffer: false, request: { offered: { slots } } });
    const round = await openProposal(await rootOf(), id);
    leadsTo(await ask(times.action as never, `/de/bookings/${id}/times`, { actor: guestOf(id), form: form({ proposal: round?.id ?? "", intent: "refuse" }) }), `/de/bookings/${id}?done=refused`);
    const shown = await ask<{ next: object | null; booking: { state: string } }>(page.loader as never, `/de/bookings/${id}?done=refused`, { actor: guestOf(id) });
    expect(shown.value.booking.state).toBe("declined");
    expect(shown.value.next).not.toBeNull();
  });
});

describe("Support", () => {
  it("proposes in either name, answers on the customer's word, and reads the story in words", async () => {
    const { id, slots } = await agreed();
    const { actor } = await aStaffMember(await rootOf(), "support");
    const at = `/de/staff/bookings/${id}`;
    expect((await ask<{ offered: string[] }>(staffPropose.loader as never, `${at}/reschedule`, { actor })).value.offered).toEqual(["customer", "helper"]);
    leadsTo(await ask(staffPropose.action as never, `${at}/reschedule`, { actor, form: form({ slot: String(slots[0]), side: "helper" }) }), `${at}?done=proposed`);
    const { open } = (await ask<Shown>(staffPage.loader as never, at, { actor })).value.times;
    expect(open?.mayAnswer).toBe(true);
    await w.clock.advance(60_000);
    leadsTo(await ask(staffTimes.action as never, `${at}/times`, { actor, form: form({ proposal: open?.id ?? "", slot: String(slots[0]) }) }), `${at}?done=taken`);
    const { view } = (await ask<{ view: { story: { name: string; title: string; detail: string | null }[] } }>(staffPage.loader as never, at, { actor })).value;
    const told = view.story.filter(({ name }) => /proposed|reschedule/.test(name));
    expect(told.map(({ title }) => title)).toEqual(["Andere Zeiten vorgeschlagen", "Verschoben"]);
    expect(told[1]?.detail).toContain(formatTime(slots[0] ?? 0, "de"));
    const quality = await aStaffMember(await rootOf(), "quality");
    expect((await ask(staffPropose.loader as never, `${at}/reschedule`, { actor: quality.actor })).status).toBe(403);
  });
});

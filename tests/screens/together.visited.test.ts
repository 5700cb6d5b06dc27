import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking } from "#app/domain/booking/booking.commands.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import * as cancel from "#app/routes/customer/bookings/cancel.tsx";
import * as form from "#app/routes/customer/bookings/form.tsx";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as pay from "#app/routes/customer/bookings/pay.tsx";
import * as people from "#app/routes/customer/bookings/people.tsx";
import * as reschedule from "#app/routes/customer/bookings/reschedule.tsx";
import * as signOff from "#app/routes/customer/bookings/sign-off.tsx";
import "#app/texts/all.server.ts";
import { anAskedBooking } from "../support/bookings.ts";
import { as } from "../support/people.ts";
import { pairs, type World, world } from "../support/world.ts";
import { answerOf, guestOf, leadsTo } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

let w: World;
beforeEach(async () => {
  w = await world();
});
const at = (id: string, screen = "") => `/de/bookings/${id}${screen && `/${screen}`}`;
const closed = { people, pay, form, "sign-off": signOff, reschedule };

describe("Who is visited", () => {
  it("and has no address sees the visit by the link in the word that is passed on, and cancels it; taken back, it opens nothing", async () => {
    const root = await rootOf(w);
    const { bookingId: id, helper } = await anAskedBooking(root);
    type Word = { watchers: unknown[]; forward: { words: string; mailed: string; watcherId: string | null } };
    const word = async () => (await answerOf<Word>(w, people.loader, at(id, "people"), { actor: guestOf(id) })).value;
    const { forward, watchers } = await word();
    expect([forward.mailed, watchers]).toEqual(["never", []]);
    const [, link = ""] = /Ansehen oder absagen: (\S+)/.exec(forward.words) ?? [];
    const open = async () => {
      const opened = await answerOf(w, page.loader, new URL(link).pathname + new URL(link).search);
      return { cookie: pairs([opened.headers.get("set-cookie") ?? ""]) };
    };
    const cookie = await open();
    expect((await answerOf<{ standing: string }>(w, page.loader, at(id), cookie)).value.standing).toBe("asked");
    must(await acceptBooking(as(root, helper.actor), id));
    const shown = (await answerOf<{ kind: string; standing: string; booking: { street: string; priceMinor: number } }>(w, page.loader, at(id), cookie)).value;
    expect(shown).toMatchObject({ kind: "visited", standing: "comes", booking: { street: "Rheinsprung 7", priceMinor: 0 } });
    expect(JSON.stringify(shown)).not.toMatch(/4900|anna@example/);
    for (const screen of ["people", "pay", "form", "sign-off", "reschedule"] as const) expect([screen, (await answerOf(w, closed[screen].loader as never, at(id, screen), cookie)).status]).toEqual([screen, 404]);
    leadsTo(await answerOf(w, cancel.action, at(id, "cancel"), { ...cookie, form: { intent: "cancel", reason: "other", compensation: "0" } }), at(id));
    expect((await answerOf<{ view: { cancelledByName: string } }>(w, page.loader, at(id), { actor: guestOf(id) })).value.view.cancelledByName).toBe("Rosa Muster");
    // Nothing is ever written to somebody without an address.
    expect((await w.store.db.select().from(w.store.t.job)).filter(({ payload }) => String(payload.kind).endsWith(".watcher"))).toEqual([]);
    const other = await anAskedBooking(root);
    const before = await answerOf<Word>(w, people.loader, at(other.bookingId, "people"), { actor: guestOf(other.bookingId) });
    const { watcherId } = before.value.forward;
    const [, second = ""] = /absagen: (\S+)/.exec(before.value.forward.words) ?? [];
    leadsTo(await answerOf(w, people.action, at(other.bookingId, "people"), { actor: guestOf(other.bookingId), form: { intent: "remove", watcher: watcherId ?? "", all: "on" } }), `${at(other.bookingId, "people")}?done=removed`);
    expect((await answerOf(w, page.loader, new URL(second).pathname + new URL(second).search)).headers.get("set-cookie")).toBeNull();
    const after = await answerOf<Word>(w, people.loader, at(other.bookingId, "people"), { actor: guestOf(other.bookingId) });
    expect([after.value.forward.watcherId, after.value.forward.words.includes("?key=")]).toEqual([null, false]);
  });
});

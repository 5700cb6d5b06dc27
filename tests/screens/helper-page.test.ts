import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { endCertificate } from "#app/domain/certification/certification.commands.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { loader as certificate } from "#app/routes/customer/certificate.tsx";
import { loader, meta } from "#app/routes/customer/helper.tsx";
import { action as book, loader as slots } from "#app/routes/customer/slots.tsx";
import { action as bookProfessional, loader as professional } from "#app/routes/customer/slots-professional.tsx";
import type { World } from "../support/world.ts";
import { secrets, town } from "./search.support.ts";

let house: World;
let ctx: Awaited<ReturnType<typeof town>>["ctx"];
let people: Awaited<ReturnType<typeof town>>["people"];
beforeAll(async () => {
  ({ house, ctx, people } = await town([{ givenName: "Maya" }, { givenName: "Nora", radiusKm: 3 }]));
});
const maya = () => {
  if (!people[0]) throw new Error("The town has no Maya.");
  return people[0];
};
const address = (more = "") => `/de/helpers/${maya().helperId}/book?listing=${maya().listingId}${more}`;
const outcome = async (work: Promise<unknown>): Promise<Response> => {
  const problem = await work.then(() => null, (reason: unknown) => reason);
  if (!(problem instanceof Response)) throw new Error("Nothing was thrown");
  return problem;
};
type Again = { data: { errors: Record<string, string>; refusal?: string; detail?: { next?: number[] }; values: Record<string, string> }; init: { status: number } };
const firstSlot = async (): Promise<number> => (await slots(await house.request(address("&place=4051-basel")))).days[0]?.slots[0] ?? 0;

describe("a helper's page", () => {
  test("shows services, certificates, free times and a rounded distance", async () => {
    const { helper } = await loader(await house.request(`/fr/helpers/${maya().helperId}?service=better-wlan&place=4051-basel`));
    expect(helper).toMatchObject({ name: "Maya B.", locality: "Basel", chosen: { code: "better-wlan", priceMinor: 4900 }, place: { label: "4051 Basel", comes: true }, stars: null });
    expect(helper.certificates[0]?.number).toMatch(/^Z-/);
    expect(helper.preview[0]?.slots.length).toBeGreaterThan(0);
    expect(helper.languages).toEqual(["Allemand", "Français"]);
  });
  test("never holds the true position, the street or the family name", async () => {
    const shown = JSON.stringify([await loader(await house.request(`/de/helpers/${maya().helperId}?place=4051-basel`)), await slots(await house.request(address("&place=4051-basel")))]);
    for (const secret of await secrets(house)) expect(shown).not.toContain(secret);
  });
  test("stays out of search engines until the helper opts in", async () => {
    const robots = async () => {
      const data = await loader(await house.request(`/de/helpers/${maya().helperId}`));
      return meta({ data } as unknown as Parameters<NonNullable<typeof meta>>[0])?.some((tag) => "name" in tag && tag.name === "robots");
    };
    expect(await robots()).toBe(true);
    await house.store.db.update(house.store.t.helper).set({ searchOptIn: true });
    expect(await robots()).toBe(false);
  });
  test("a stranger's id is not found", async () => {
    for (const id of ["nobody", people[0]?.personId ?? ""]) expect((await outcome(loader(await house.request(`/de/helpers/${id}`)))).status).toBe(404);
  });
});

describe("choosing a time", () => {
  test("shows days with free times only, and another person's offer not at all", async () => {
    const page = await slots(await house.request(address("&place=4051-basel")));
    expect(page.days.length).toBeGreaterThan(1);
    expect(page.days.every((day) => day.slots.length > 0)).toBe(true);
    expect((await outcome(slots(await house.request(`/de/helpers/${people[1]?.helperId}/book?listing=${maya().listingId}`)))).status).toBe(404);
  });
  test("a tapped time opens the screenful it is on", async () => {
    const later = (await slots(await house.request(address("&page=3")))).days[0]?.slots[1] ?? 0;
    expect(await slots(await house.request(address(`&slot=${later}`)))).toMatchObject({ page: 3, slot: later });
  });
  test("without a time or a place the page comes back and says what is missing", async () => {
    const again = (await book(await house.request(address(), { form: { listing: maya().listingId, place: "" } }))) as Again;
    expect(again.init.status).toBe(400);
    expect(again.data.errors).toEqual({ slot: "helperPage.slots.required", place: "errors.field.postcode" });
    const unknown = (await book(await house.request(address(), { form: { listing: maya().listingId, slot: String(await firstSlot()), place: "xyzzy" } }))) as Again;
    expect(unknown.data).toMatchObject({ errors: { place: "errors.field.place" }, values: { place: "xyzzy" } });
  });
  test("a free time is held and the form opened, proven for this browser", async () => {
    const slot = await firstSlot();
    const response = await outcome(book(await house.request(address(), { form: { listing: maya().listingId, slot: String(slot), place: "4051-basel" } })));
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toMatch(/^\/de\/bookings\/[0-9a-f-]{36}\/form$/);
    expect(response.headers.get("set-cookie")).toContain("quartier-bookings=");
    const [row] = await house.store.db.select().from(house.store.t.booking);
    expect(row).toMatchObject({ state: "draft", startsAt: slot, postcode: "4051", priceMinor: 4900 });
  });
  test("a time that was taken meanwhile offers the next ones", async () => {
    const slot = await firstSlot();
    const form = { listing: maya().listingId, slot: String(slot), place: "4051-basel" };
    await outcome(book(await house.request(address(), { form })));
    const again = (await book(await house.request(address(), { form }))) as Again;
    expect(again.init.status).toBe(409);
    expect(again.data.refusal).toBe("slot-taken");
    expect(again.data.detail?.next?.length).toBeGreaterThan(0);
    expect(again.data.detail?.next).not.toContain(slot);
  });
  test("a guest whose answer was lost is led to the time that their page held; nobody else is, and not once something was typed into it", async () => {
    const page = await slots(await house.request(address("&place=4051-basel")));
    const form = { listing: maya().listingId, slot: String(page.days[0]?.slots[0]), place: "4051-basel", attempt: page.attempt };
    const both = [];
    for (let i = 0; i < 2; i++) both.push(await outcome(book(await house.request(address(), { form }))));
    expect(both.map(({ status }) => status)).toEqual([302, 302]);
    expect(both[1]?.headers.get("location")).toBe(both[0]?.headers.get("location"));
    expect(both[1]?.headers.get("set-cookie")).toContain(both[0]?.headers.get("location")?.split("/")[3]);
    const rows = (await house.store.db.select().from(house.store.t.booking)).filter(({ startsAt }) => String(startsAt) === form.slot);
    expect(rows).toHaveLength(1);
    const id = rows[0]?.id ?? "";
    for (const attempt of [(await slots(await house.request(address()))).attempt, `${id}~${page.attempt.split("~")[1]}x`, id, "~"]) {
      const other = (await book(await house.request(address(), { form: { ...form, attempt } }))) as Again;
      expect(other.data.refusal, attempt).toBe("slot-taken");
    }
    await house.store.db.update(house.store.t.booking).set({ contact: { name: "Anna", email: "", mobile: "" } }).where(eq(house.store.t.booking.id, id));
    expect(((await book(await house.request(address(), { form }))) as Again).data.refusal).toBe("slot-taken");
  });
  test("whoever goes back sees the times around what they hold, and takes another one with every word", async () => {
    const slot = (await slots(await house.request(address("&place=4051-basel&page=2")))).days[0]?.slots[0] ?? 0;
    const form = { listing: maya().listingId, slot: String(slot), place: "4051-basel" };
    const held = await outcome(book(await house.request(address(), { form })));
    const id = held.headers.get("location")?.split("/")[3] ?? "";
    const cookie = held.headers.get("set-cookie")?.split(";")[0] ?? "";
    await house.store.db.update(house.store.t.booking).set({ street: "Rheinsprung 7" }).where(eq(house.store.t.booking.id, id));
    const timesOf = async (options: { cookie?: string }) => (await slots(await house.request(address(`&place=4051-basel&page=2`), options))).days.flatMap((day) => day.slots);
    const halfAnHourLater = slot + 30 * 60_000;
    expect(await timesOf({})).not.toContain(halfAnHourLater);
    expect(await timesOf({ cookie })).toEqual(expect.arrayContaining([slot, halfAnHourLater]));
    const moved = await outcome(book(await house.request(address(), { form: { ...form, slot: String(halfAnHourLater) }, cookie })));
    const rows = await house.store.db.select().from(house.store.t.booking);
    expect(rows.find((row) => row.id === moved.headers.get("location")?.split("/")[3])).toMatchObject({ state: "draft", startsAt: halfAnHourLater, street: "Rheinsprung 7", replacesBookingId: id });
    expect(rows.find((row) => row.id === id)?.state).toBe("abandoned");
  });
  test("whoever has chosen again for two hours keeps what is held, and is led back to it", async () => {
    const slot = (await slots(await house.request(address("&place=4051-basel&page=3")))).days[0]?.slots[0] ?? 0;
    const form = { listing: maya().listingId, slot: String(slot), place: "4051-basel" };
    const held = await outcome(book(await house.request(address(), { form })));
    const [id = "", cookie = ""] = [held.headers.get("location")?.split("/")[3], held.headers.get("set-cookie")?.split(";")[0]];
    const { booking } = house.store.t;
    await house.store.db.update(booking).set({ firstHeldAt: ctx.now - ctx.settings.policy.rechooseMinutes * 60_000 }).where(eq(booking.id, id));
    const again = (await book(await house.request(address(), { form: { ...form, slot: String(slot + 30 * 60_000) }, cookie }))) as Again;
    expect([again.data.refusal, again.data.detail, again.init.status]).toEqual(["held-too-long", { postcode: "4051", stands: id }, 409]);
    expect((await house.store.db.select().from(booking).where(eq(booking.id, id)))[0]).toMatchObject({ state: "draft", startsAt: slot });
  });
  test("a place beyond the helper's radius is refused with words", async () => {
    const nora = people[1];
    const page = await slots(await house.request(`/de/helpers/${nora?.helperId}/book?listing=${nora?.listingId}`));
    const again = (await book(await house.request(`/de/helpers/${nora?.helperId}/book`, { form: { listing: nora?.listingId ?? "", slot: String(page.days[0]?.slots[0]), place: "8001-zurich" } }))) as Again;
    expect(again.data.refusal).toBe("too-far");
  });
});

describe("the professional service", () => {
  test("shows price, wait and times, and is booked by the same path", async () => {
    const page = await professional(await house.request("/en/professional/better-wlan?place=4051-basel"));
    expect(page.days[0]?.slots[0]).toBeGreaterThan(house.clock.now() + 2 * 86_400_000 - 1);
    const response = await outcome(bookProfessional(await house.request("/en/professional/better-wlan", { form: { slot: String(page.days[0]?.slots[0]), place: "4051-basel" } })));
    expect(response.headers.get("location")).toMatch(/^\/en\/bookings\/.+\/form$/);
    const rows = await house.store.db.select().from(house.store.t.booking);
    expect(rows.find(({ provider }) => provider === "professional")).toMatchObject({ helperId: null, contract: "company" });
  });
  test("a service that does not exist is not found", async () => {
    expect((await outcome(professional(await house.request("/de/professional/haircut")))).status).toBe(404);
  });
});

describe("a certificate's public proof", () => {
  type Page = { data: { shown: { holder: string; standing: object } | null }; init: { status: number } };
  const look = async (number: string) => (await certificate(await house.request(`/de/certificates/${encodeURIComponent(number)}`))) as unknown as Page;
  test("is valid, then not valid since, never why", async () => {
    const [row] = await house.store.db.select().from(house.store.t.certificate);
    const number = "q-2026-test-0001";
    await house.store.db.update(house.store.t.certificate).set({ number: "Q-2026-TEST-0001" }).where(eq(house.store.t.certificate.id, row?.id ?? ""));
    expect((await look(number)).data.shown).toMatchObject({ holder: "Maya B.", standing: { valid: true } });
    must(await endCertificate(ctx, { certificateId: row?.id ?? "", reason: "Geheimer Grund" }));
    const after = await look(number);
    expect(after.data.shown?.standing).toEqual({ valid: false, since: ctx.now });
    expect(JSON.stringify(after)).not.toContain("Geheimer");
  });
  test("an unknown number is said to be unknown, a typed one leads to its address", async () => {
    const unknown = await look("Q-2020-AAAA-BBBB");
    expect([unknown.init.status, unknown.data.shown]).toEqual([404, null]);
    const response = await outcome(certificate(await house.request("/it/certificates?number=q-2026-abcd-efgh")));
    expect(response.headers.get("location")).toBe("/it/certificates/Q-2026-ABCD-EFGH");
  });
});

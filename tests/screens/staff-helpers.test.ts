import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking } from "#app/domain/booking/booking.commands.server.ts";
import { listingsOf } from "#app/domain/listing/listing.queries.server.ts";
import { saveListing } from "#app/domain/listing/listing.commands.server.ts";
import { type Actor, type StaffRole, staff, system, visitor } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import * as certificatePage from "#app/routes/customer/certificate.tsx";
import * as publicHelper from "#app/routes/customer/helper.tsx";
import * as search from "#app/routes/customer/search.tsx";
import * as certificateEnd from "#app/routes/staff/helpers/certificate-end.tsx";
import * as certify from "#app/routes/staff/helpers/certify.tsx";
import * as helper from "#app/routes/staff/helpers/helper.tsx";
import * as invite from "#app/routes/staff/helpers/invite.tsx";
import * as list from "#app/routes/staff/helpers/list.tsx";
import * as measure from "#app/routes/staff/helpers/measure.tsx";
import { anAskedBooking, mailsAbout, readBooking } from "../support/bookings.ts";
import { moneyWorld, paid, settleAll, submitted } from "../support/money.ts";
import { aHelper, aServiceType, as } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { ask, helperRow, rootOf } from "./helper.support.ts";

let w: World;
beforeEach(async () => {
  w = await world();
});

const by = (...roles: StaffRole[]): Actor => staff("s", roles);
const found = async (): Promise<string[]> => {
  const { value } = await ask(w, search.loader, "/de/search?service=better-wlan&place=4051");
  const { answer } = value as { answer: { kind: string; cards?: { helperId: string }[] } };
  return answer.kind === "results" ? JSON.stringify(answer).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [] : [];
};

describe("Inviting a helper", () => {
  it("is for certifiers, sends a mail, and shows the invitation as open", async () => {
    const form = { givenName: "Nora", familyName: "Neu", email: "Nora@Example.ch", locale: "fr" };
    for (const role of ["quality", "support", "finance"] as const) expect((await ask(w, invite.action, "/de/staff/helpers/invite", { actor: by(role), form })).status).toBe(403);
    const sent = await ask(w, invite.action, "/de/staff/helpers/invite", { actor: by("certifier"), form });
    expect(sent.to).toMatch(/^\/de\/staff\/helpers\/invite\?sent=[0-9a-f-]{36}$/);
    const shown = (await ask(w, invite.loader, sent.to ?? "", { actor: by("certifier") })).value as { open: { email: string }[]; sent: string };
    expect(shown).toMatchObject({ open: [{ name: "Nora Neu", email: "nora@example.ch" }], sent: "nora@example.ch" });
  });

  it("brings everything back that was typed wrongly, and tells when somebody helps already", async () => {
    const wrong = await ask(w, invite.action, "/de/staff/helpers/invite", { actor: by("certifier"), form: { givenName: "", familyName: "Neu", email: "nora(at)example", locale: "de" } });
    expect(wrong).toMatchObject({ status: 400, value: { values: { familyName: "Neu", email: "nora(at)example" }, errors: { givenName: "errors.field.required", email: "errors.field.email" } } });
    const { email } = await aHelper(await rootOf(w));
    expect(await ask(w, invite.action, "/de/staff/helpers/invite", { actor: by("certifier"), form: { givenName: "Maya", familyName: "B", email, locale: "de" } })).toMatchObject({ status: 409, value: { errors: { email: "staffHelpers.invite.alreadyHelper" } } });
  });
});

describe("Certifying", () => {
  it("lets a listing appear in the search at once; ending the certificate with a reason lets it vanish", async () => {
    const root = await rootOf(w);
    const { helperId } = await aHelper(root);
    await w.store.db.delete(w.store.t.certificate);
    await w.store.db.delete(w.store.t.listing);
    const offer = async () => saveListing(await w.as(system), helperId, { serviceTypeId: (await aServiceType(root)).id, priceMinor: 4900, words: "", instant: false, live: true });
    expect(await offer()).toMatchObject({ ok: false, refusal: "not-certified" });
    const at = `/de/staff/helpers/${helperId}`;
    const done = await ask(w, certify.action, `${at}/certify`, { actor: by("certifier"), form: { programme: "connectivity-help", months: "12" } });
    expect(done.to).toMatch(/\?done=certified&n=Q-2026-/);
    must(await offer());
    expect(await found()).toContain(helperId);

    const [row] = await w.store.db.select().from(w.store.t.certificate).where(eq(w.store.t.certificate.helperId, helperId));
    const end = `${at}/certificates/${row?.id}/end`;
    expect(await ask(w, certificateEnd.action, end, { actor: by("certifier"), form: { reason: "  " } })).toMatchObject({ status: 400, value: { errors: { reason: "staffHelpers.measure.reason-missing" } } });
    expect((await ask(w, certificateEnd.action, end, { actor: by("certifier"), form: { reason: "Kurs nicht erneuert" } })).to).toBe(`${at}?done=certificateEnded`);
    expect(await found()).not.toContain(helperId);
    expect((await ask(w, certificateEnd.loader, end, { actor: by("certifier") })).status).toBe(404);
  });

  it("is refused to quality, support and finance, and to the public", async () => {
    const { helperId } = await aHelper(await rootOf(w));
    const form = { programme: "energy-advice", months: "24" };
    for (const role of ["quality", "support", "finance"] as const) {
      expect((await ask(w, certify.action, `/de/staff/helpers/${helperId}/certify`, { actor: by(role), form })).status).toBe(403);
      expect((await ask(w, certify.loader, `/de/staff/helpers/${helperId}/certify`, { actor: by(role) })).status).toBe(403);
    }
    expect((await ask(w, certify.action, `/de/staff/helpers/${helperId}/certify`, { actor: visitor(), form })).status).toBe(404);
  });

  it("asks for a known programme and a validity that is possible", async () => {
    const { helperId } = await aHelper(await rootOf(w));
    const send = (form: Record<string, string>) => ask(w, certify.action, `/de/staff/helpers/${helperId}/certify`, { actor: by("certifier"), form });
    expect(await send({ programme: "magic", months: "24" })).toMatchObject({ status: 400, value: { values: { months: "24" }, errors: { programme: "errors.field.choice" } } });
    for (const months of ["0", "61", "zwei", ""]) expect(await send({ programme: "energy-advice", months })).toMatchObject({ status: 400, value: { errors: { months: "staffHelpers.certify.validity" } } });
    expect(await send({ programme: "connectivity-help", months: "24" })).toMatchObject({ status: 409, value: { errors: { programme: "staffHelpers.certify.already-certified" } } });
  });
});

describe("Suspending for safety", () => {
  it("says first what will happen, wants a reason, and then works at once: out of the search, open visits given back", async () => {
    const root = await rootOf(w);
    const { bookingId, helper: who } = await anAskedBooking(root);
    must(await acceptBooking(as(root, who.actor), bookingId));
    const at = `/de/staff/helpers/${who.helperId}`;
    const before = (await ask(w, measure.loader, `${at}/measures/suspend`, { actor: by("support") })).value as { open: object };
    expect(before.open).toEqual({ requested: 0, accepted: 1, started: 0, refundMinor: 4900 });
    expect(await found()).toContain(who.helperId);

    expect(await ask(w, measure.action, `${at}/measures/suspend`, { actor: by("support"), form: { reason: "" } })).toMatchObject({ status: 400, value: { errors: { reason: "staffHelpers.measure.reason-missing" } } });
    expect((await helperRow(w, who.helperId)).state).toBe("active");

    const reason = "Kundin meldet Geldforderung an der Türe";
    expect((await ask(w, measure.action, `${at}/measures/suspend`, { actor: by("support"), form: { reason } })).to).toBe(`${at}?done=suspend&n=1`);
    expect(await found()).not.toContain(who.helperId);
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "cancelled", compensationMinor: 0 });
    expect(await mailsAbout(root, bookingId)).toContain("booking.cancelled.customer");
    const seen = (await ask(w, helper.loader, at, { actor: by("certifier") })).value as { helper: { person: object; story: { name: string; reason: string | null }[]; measures: string[] } };
    expect(seen.helper.person).toMatchObject({ state: "suspended", reason });
    expect(seen.helper.story[0]).toMatchObject({ name: "helper.suspended", reason });
    expect(seen.helper.measures).toEqual(["reinstate", "notice"]);
  });

  it("gives the customer's money back", async () => {
    const m = await moneyWorld();
    w = m;
    const debited = await submitted(m, 6);
    await paid(m, debited, "twint");
    const reserved = await submitted(m, 1);
    await paid(m, reserved, "card");
    expect((await ask(m, measure.action, `/de/staff/helpers/${m.helper.helperId}/measures/suspend`, { actor: by("support"), form: { reason: "Abklärung" } })).to).toContain("n=2");
    await settleAll(m);
    expect(await paymentOf(await m.as(system), debited)).toMatchObject({ refundedMinor: 4900 });
    expect(await paymentOf(await m.as(system), reserved)).toMatchObject({ state: "cancelled", capturedMinor: 0 });
  });

  it("never tells the public why: the page is not found, the certificate only no longer valid", async () => {
    const root = await rootOf(w);
    const { helperId } = await aHelper(root);
    const number = `Z-${helperId.slice(-10)}`.toUpperCase();
    await w.store.db.update(w.store.t.certificate).set({ number });
    await ask(w, measure.action, `/de/staff/helpers/${helperId}/measures/suspend`, { actor: by("quality"), form: { reason: "Verdacht auf Diebstahl" } });
    expect((await ask(w, publicHelper.loader, `/de/helpers/${helperId}`)).status).toBe(404);
    const proof = await ask(w, certificatePage.loader, `/de/certificates/${number}`);
    expect((proof.value as { shown: object }).shown).toMatchObject({ standing: { valid: false, since: w.clock.now() } });
    expect(JSON.stringify(proof.value)).not.toContain("Diebstahl");
  });

  it("can be taken back, and then the helper is found again", async () => {
    const { helperId } = await aHelper(await rootOf(w));
    const at = `/de/staff/helpers/${helperId}/measures`;
    await ask(w, measure.action, `${at}/suspend`, { actor: by("certifier"), form: { reason: "Abklärung" } });
    expect((await ask(w, measure.action, `${at}/reinstate`, { actor: by("certifier"), form: { reason: "" } })).to).toContain("done=reinstate");
    expect(await found()).toContain(helperId);
    // A page left open in another window leads back instead of acting on a state that is gone.
    expect((await ask(w, measure.loader, `${at}/reinstate`, { actor: by("certifier") })).to).toBe(`/de/staff/helpers/${helperId}`);
  });
});

describe("Ending with notice", () => {
  it("leaves everything as it is for 30 days and says the last day", async () => {
    const { helperId } = await aHelper(await rootOf(w));
    const at = `/de/staff/helpers/${helperId}`;
    await ask(w, measure.action, `${at}/measures/notice`, { actor: by("certifier"), form: { reason: "Wiederholt unpünktlich" } });
    expect((await ask(w, measure.action, `${at}/measures/notice`, { actor: staff("second", ["quality"]), form: { intent: "confirm" } })).to).toContain("done=notice");
    expect(await helperRow(w, helperId)).toMatchObject({ state: "notice", stateReason: "Wiederholt unpünktlich", endsAt: w.clock.now() + 30 * 86_400_000 });
    expect(await found()).toContain(helperId);
    const seen = (await ask(w, helper.loader, at, { actor: by("support") })).value as { helper: { person: { endsAt: number } } };
    expect(seen.helper.person.endsAt).toBe(w.clock.now() + 30 * 86_400_000);
  });

  it("needs a second person: whoever proposed it cannot confirm it, and until then nobody is told", async () => {
    const { helperId } = await aHelper(await rootOf(w));
    const at = `/de/staff/helpers/${helperId}`;
    const act = (actor: Actor, form: Record<string, string>) => ask(w, measure.action, `${at}/measures/notice`, { actor, form });
    const [first, second] = [by("certifier"), staff("second", ["certifier"])];
    expect(await act(first, { reason: " " })).toMatchObject({ status: 400, value: { errors: { reason: "staffHelpers.measure.reason-missing" } } });
    expect(await act(second, { intent: "confirm" })).toMatchObject({ status: 409, value: { refusal: "no-proposal" } });
    expect((await act(first, { reason: "Wiederholt unpünktlich" })).to).toContain("done=proposed");
    expect(await act(second, { reason: "Ich auch" })).toMatchObject({ status: 409, value: { refusal: "already-proposed" } });
    expect(await act(first, { intent: "confirm" })).toMatchObject({ status: 409, value: { refusal: "second-person" } });
    expect((await helperRow(w, helperId))?.state).toBe("active");
    const mails = async () => (await w.store.db.select().from(w.store.t.job).where(eq(w.store.t.job.kind, "mail"))).filter(({ payload }) => payload.kind === "helper.ended.helper").length;
    expect(await mails()).toBe(0);
    type Shown = { proposal: { reason: string; isOwn: boolean } | null };
    const proposal = async (actor: Actor) => ((await ask(w, measure.loader, `${at}/measures/notice`, { actor })).value as Shown).proposal;
    expect([await proposal(first), await proposal(second)]).toMatchObject([{ isOwn: true }, { isOwn: false, reason: "Wiederholt unpünktlich" }]);
    expect((await act(first, { intent: "drop" })).to).toContain("done=dropped");
    expect(await proposal(second)).toBeNull();
    await act(first, { reason: "Wiederholt unpünktlich" });
    expect((await act(second, { intent: "confirm" })).to).toContain("done=notice");
    expect([(await helperRow(w, helperId))?.state, await mails()]).toEqual(["notice", 1]);
  });

  it("is not for finance", async () => {
    const { helperId } = await aHelper(await rootOf(w));
    for (const intent of ["confirm", "drop"]) expect((await ask(w, measure.action, `/de/staff/helpers/${helperId}/measures/notice`, { actor: by("finance"), form: { intent } })).status).toBe(403);
    expect((await ask(w, measure.action, `/de/staff/helpers/${helperId}/measures/notice`, { actor: by("finance"), form: { reason: "x" } })).status).toBe(403);
  });
});

describe("The list of helpers", () => {
  it("finds by name, place and postcode, keeps filters in the address and opens one beside itself", async () => {
    const root = await rootOf(w);
    const maya = await aHelper(root);
    await aHelper(root, { givenName: "Tim", place: { postcode: "8001", locality: "Zürich" } });
    type Listed = { rows: { id: string; displayName: string; certificates: number; listings: number }[]; total: number; glance: { id: string } | null; to: { select: string; close: string } };
    const shown = async (query: string) => (await ask(w, list.loader, `/de/staff/helpers${query}`, { actor: by("finance") })).value as Listed;
    expect(await shown("")).toMatchObject({ total: 2, glance: null });
    expect(await shown("?q=basel")).toMatchObject({ rows: [{ displayName: "Maya B.", certificates: 1, listings: 1 }] });
    expect(await shown("?q=8001&state=active")).toMatchObject({ rows: [{ displayName: "Tim B." }] });
    expect(await shown("?state=suspended")).toMatchObject({ rows: [] });
    expect(await shown(`?q=maya&selected=${maya.helperId}`)).toMatchObject({ glance: { id: maya.helperId }, to: { close: "/de/staff/helpers?q=maya", select: "/de/staff/helpers?q=maya&selected=" } });
  });

  it("takes any filter without breaking, and shows nothing to strangers", async () => {
    for (const query of ["?page=99999", "?page=-1", "?state=x", "?q=%25_'--", "?selected=unknown"]) expect((await ask(w, list.loader, `/de/staff/helpers${query}`, { actor: by("support") })).status).toBe(200);
    expect((await ask(w, list.loader, "/de/staff/helpers", { actor: visitor() })).status).toBe(404);
    expect((await ask(w, helper.loader, "/de/staff/helpers/unknown", { actor: by("support") })).status).toBe(404);
  });

  it("shows payouts to support and finance only", async () => {
    const { helperId } = await aHelper(await rootOf(w));
    const payouts = async (role: StaffRole) => ((await ask(w, helper.loader, `/de/staff/helpers/${helperId}`, { actor: by(role) })).value as { helper: { payouts: object | null } }).helper.payouts;
    expect(await payouts("finance")).toMatchObject({ sentMinor: 0, openMinor: 0 });
    expect(await payouts("certifier")).toBeNull();
    expect((await listingsOf(await w.as(by("certifier")), helperId)).length).toBe(1);
  });
});

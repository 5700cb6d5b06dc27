import { beforeEach, describe, expect, test } from "vitest";
import { commonPasswordCount, isCommonPassword } from "#app/domain/account/common-passwords.ts";
import { invitationUnder } from "#app/domain/account/invitation.commands.server.ts";
import { passwordProblem } from "#app/domain/account/passwords.server.ts";
import { totpCode } from "#app/domain/account/second-factor.server.ts";
import { proveSecondFactor, renewRecoveryCodes, signInWithPassword } from "#app/domain/account/staff-sign-in.commands.server.ts";
import { acceptAsStaff, finishEnrolment, waitingCode } from "#app/domain/account/staff-start.commands.server.ts";
import { endStaff, inviteStaff, setRoles } from "#app/domain/account/staff.commands.server.ts";
import { staffList } from "#app/domain/account/account.queries.server.ts";
import { staff, system, visitor } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { from, goodPassword, secretOf, staffMember, underToken } from "#tests/support/account.ts";
import { type World, world } from "#tests/support/world.ts";

let w: World;
beforeEach(async () => {
  w = await world();
});

const email = "regula@example.ch";
const password = async (given = goodPassword, address = email) => signInWithPassword(await w.as(visitor()), { email: address, password: given, from });
const halfway = async () => {
  const { token } = must(await password());
  const waiting = await underToken(w, token);
  if (!waiting) throw new Error("No session");
  return waiting;
};
const prove = async (session: Awaited<ReturnType<typeof halfway>>["session"], code: string) => proveSecondFactor(await w.as(visitor()), { session, code, device: "" });

describe("staff sign-in", () => {
  test("the password alone shows nothing; the second factor opens, under a new session", async () => {
    const { secret } = await staffMember(w, email, ["support"]);
    w.clock.advance(60_000);
    const { session, actor } = await halfway();
    expect(actor).toMatchObject({ kind: "visitor", personId: null, roles: [] });
    const { token } = must(await prove(session, totpCode(secret, w.app.clock.real())));
    expect((await underToken(w, token))?.actor).toMatchObject({ kind: "staff", roles: ["support"] });
    const { session: table } = w.store.t;
    expect((await w.store.db.select({ id: table.id }).from(table)).some(({ id }) => id === session.id)).toBe(false);
  });

  test("a code that was used opens nothing a second time, and no older one either", async () => {
    const { secret } = await staffMember(w, email, ["support"]);
    const enrolled = totpCode(secret, w.app.clock.real());
    expect(await prove((await halfway()).session, enrolled)).toMatchObject({ refusal: "code-replayed" });
    w.clock.advance(30_000);
    const code = totpCode(secret, w.app.clock.real());
    expect((await prove((await halfway()).session, code)).ok).toBe(true);
    expect(await prove((await halfway()).session, code)).toMatchObject({ refusal: "code-replayed" });
    expect(await prove((await halfway()).session, enrolled)).toMatchObject({ refusal: "code-replayed" });
  });

  test("the demo shows a code that works, also twice within half a minute", async () => {
    await staffMember(w, email, ["support"]);
    for (let round = 0; round < 2; round += 1) {
      const { session } = await halfway();
      const shown = await waitingCode(await w.as(visitor()), session);
      if (round === 0) expect((await prove(session, shown ?? "")).ok).toBe(true);
      else w.clock.advance(30_000);
      if (round === 1) expect((await prove(session, (await waitingCode(await w.as(visitor()), session)) ?? "")).ok).toBe(true);
    }
  });

  test("a recovery code opens once", async () => {
    const { recoveryCodes, personId } = await staffMember(w, email, ["support"]);
    expect(new Set(recoveryCodes).size).toBe(10);
    const code = (recoveryCodes[3] ?? "").toUpperCase();
    expect((await prove((await halfway()).session, code)).ok).toBe(true);
    expect(await prove((await halfway()).session, code)).toMatchObject({ refusal: "wrong-code" });
    const { codes } = must(await renewRecoveryCodes(await w.as(staff(personId, ["support"]))));
    expect(await prove((await halfway()).session, recoveryCodes[4] ?? "")).toMatchObject({ refusal: "wrong-code" });
    expect((await prove((await halfway()).session, codes[0] ?? "")).ok).toBe(true);
  });

  test("answers the same for a wrong password and for an address nobody has", async () => {
    await staffMember(w, email, ["support"]);
    expect(await password("not the password at all")).toEqual(await password(goodPassword, "nobody@example.ch"));
  });

  test("is throttled by account, and the second factor too", async () => {
    await staffMember(w, email, ["support"]);
    const { session } = await halfway();
    for (let count = 0; count < 9; count += 1) expect(await prove(session, "000000")).toMatchObject({ refusal: "wrong-code" });
    expect(await prove(session, "000000")).toMatchObject({ refusal: "too-many" });
    for (let count = 0; count < 9; count += 1) await password("wrong wrong wrong");
    expect(await password()).toMatchObject({ refusal: "too-many" });
  });

  test("the half-open session is over after a quarter of an hour, the full one after twelve idle hours", async () => {
    const { token } = await staffMember(w, email, ["support"]);
    const half = must(await password());
    w.clock.advance(15 * 60_000);
    expect(await underToken(w, half.token)).toBeNull();
    w.clock.advance(12 * 3_600_000);
    expect(await underToken(w, token)).toBeNull();
  });
});

describe("invitations and roles", () => {
  const admin = () => w.as(staff("admin", ["admin"]));

  test("are the administrators' alone", async () => {
    const ctx = await w.as(staff("s", ["support", "quality", "certifier", "finance"]));
    const invited = { email: "x@example.ch", name: "X", locale: "de" as const, roles: ["support" as const] };
    expect(await inviteStaff(ctx, invited)).toMatchObject({ refusal: "not-allowed" });
    expect(await setRoles(ctx, { personId: "s", roles: ["admin"] })).toMatchObject({ refusal: "not-allowed" });
    expect(await endStaff(ctx, "s")).toMatchObject({ refusal: "not-allowed" });
    expect(await staffList(ctx)).toEqual([]);
  });

  test("lead through a good password and a second factor; before that nothing is active, afterwards the link is used up", async () => {
    const { link } = must(await inviteStaff(await admin(), { email, name: "Regula Muster", locale: "de", roles: ["quality"] }));
    const token = link.split("/").at(-1) ?? "";
    const accept = async (given: string) => acceptAsStaff(await w.as(visitor()), { token, password: given, device: "", replaces: null });
    expect(await accept("kurz")).toMatchObject({ refusal: "weak-password", detail: { problem: "too-short" } });
    expect(await accept("Passwort12345")).toMatchObject({ detail: { problem: "common" } });
    expect(await accept("RegulaMuster12")).toMatchObject({ detail: { problem: "personal" } });
    const half = must(await accept(goodPassword));
    const waiting = await underToken(w, half.token);
    expect(waiting?.actor.kind).toBe("visitor");
    expect(must(await password()).next).toBe("enrol");
    const finish = async (code: string) => finishEnrolment(await w.as(visitor()), { session: waiting?.session ?? fail(), code, device: "" });
    expect(await finish("000000")).toMatchObject({ refusal: "wrong-code" });
    const done = must(await finish(totpCode(await secretOf(w, half.personId), w.app.clock.real())));
    expect((await underToken(w, done.token))?.actor).toMatchObject({ kind: "staff", roles: ["quality"] });
    expect(await invitationUnder(await w.as(visitor()), token)).toBeNull();
  });

  test("run out after fourteen days, and a newer one ends the older", async () => {
    const invite = async () => must(await inviteStaff(await admin(), { email, name: "R", locale: "de", roles: ["quality"] })).link.split("/").at(-1) ?? "";
    const [first, second] = [await invite(), await invite()];
    expect(await invitationUnder(await w.as(visitor()), first)).toBeNull();
    expect(await invitationUnder(await w.as(visitor()), second)).toMatchObject({ email });
    w.clock.advance(14 * 86_400_000);
    expect(await invitationUnder(await w.as(visitor()), second)).toBeNull();
  });

  test("somebody can always let others in: the last administrator stays, nobody ends themselves", async () => {
    const { personId } = await staffMember(w, email, ["admin"]);
    expect(await setRoles(await w.as(system), { personId, roles: ["support"] })).toMatchObject({ refusal: "last-admin" });
    expect(await endStaff(await w.as(system), personId)).toMatchObject({ refusal: "last-admin" });
    expect(await endStaff(await w.as(staff(personId, ["admin"])), personId)).toMatchObject({ refusal: "own-account" });
  });

  test("the end of an account takes sessions, password and second factor at once, and is in the journal", async () => {
    await staffMember(w, "admin@example.ch", ["admin"]);
    const { personId, token } = await staffMember(w, email, ["support"]);
    must(await setRoles(await w.as(system), { personId, roles: ["support", "finance"] }));
    expect((await underToken(w, token))?.actor.roles).toEqual(["support", "finance"]);
    must(await endStaff(await w.as(system), personId));
    expect(await underToken(w, token)).toBeNull();
    expect(await password()).toMatchObject({ refusal: "wrong-password" });
    const { journalEntry } = w.store.t;
    const names = (await w.store.db.select({ name: journalEntry.name }).from(journalEntry)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["staff.invited", "staff.password-set", "staff.started", "staff.roles-set", "staff.ended"]));
  });
});

describe("passwords", () => {
  test("common ones are refused in whatever disguise, uncommon ones pass", () => {
    expect(commonPasswordCount()).toBeGreaterThan(5000);
    for (const common of ["password1234", "P@ssw0rd1234", "Passwort2026!", "qwertzuiop123", "123456789012", "Sommer2026Sommer2026", "aaaaaaaaaaaa", "zürich123456", "CorrectHorseBatteryStaple", "1qay2wsx3edc"]) expect(isCommonPassword(common), common).toBe(true);
    for (const good of ["Velo Kirsche Ofenrohr 9", "vier-lampen-im-keller", "rTq8#mZp2!vKx", "la poire dort sous le banc"]) expect(passwordProblem(good, ["Regula Muster", "Quartier"]), good).toBeNull();
  });
});

function fail(): never {
  throw new Error("No session");
}

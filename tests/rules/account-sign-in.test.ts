import { beforeEach, describe, expect, test } from "vitest";
import { safeReturnTo } from "#app/domain/account/account.ts";
import { endOtherSessions, endSession, signOut } from "#app/domain/account/session.commands.server.ts";
import { mySessions } from "#app/domain/account/session.queries.server.ts";
import { requestSignIn, signInUnderLink, signInWithCode, signInWithLink } from "#app/domain/account/sign-in.commands.server.ts";
import { person, visitor } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { from, lastMail, underToken } from "#tests/support/account.ts";
import { type World, world } from "#tests/support/world.ts";

let w: World;
beforeEach(async () => {
  w = await world();
});

const ask = async (email: string, network = "192.0.2.1", returnTo: string | null = null) => requestSignIn(await w.as(visitor()), { email, returnTo, network });
const type = async (signInId: string, code: string, network = "192.0.2.1") => signInWithCode(await w.as(visitor()), { signInId, code, from: { ...from, network } });
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("the code of the mail", () => {
  test("signs in, makes the person at the first time, and works once", async () => {
    const { signInId } = must(await ask("Anna@Example.ch"));
    const { code = "" } = await lastMail(w, "sign-in");
    const first = must(await type(signInId, `${code.slice(0, 3)} ${code.slice(3)}`));
    expect(first.isNew).toBe(true);
    expect((await underToken(w, first.token))?.actor).toMatchObject({ kind: "person", personId: first.personId });
    expect(await type(signInId, code)).toMatchObject({ ok: false, refusal: "code-over" });
    const again = must(await ask("anna@example.ch"));
    const second = must(await type(again.signInId, (await lastMail(w, "sign-in")).code ?? ""));
    expect(second).toMatchObject({ isNew: false, personId: first.personId });
  });

  test("ends after five wrong tries, even for the right code", async () => {
    const { signInId } = must(await ask("anna@example.ch"));
    const { code = "" } = await lastMail(w, "sign-in");
    for (const left of [4, 3, 2, 1]) expect(await type(signInId, other(code))).toMatchObject({ ok: false, refusal: "wrong-code", detail: { left } });
    expect(await type(signInId, other(code))).toMatchObject({ ok: false, refusal: "code-over" });
    expect(await type(signInId, code)).toMatchObject({ ok: false, refusal: "code-over" });
  });

  test("allows no more than five tries when many ask at the same moment", async () => {
    const { signInId } = must(await ask("anna@example.ch"));
    const { code = "" } = await lastMail(w, "sign-in");
    const answers = await Promise.all(Array.from({ length: 20 }, () => type(signInId, other(code))));
    expect(answers.filter((answer) => !answer.ok && answer.refusal === "wrong-code")).toHaveLength(4);
  });

  test("is good for ten minutes of real time, however the demo's clock is moved", async () => {
    const { signInId } = must(await ask("anna@example.ch"));
    const { code = "" } = await lastMail(w, "sign-in");
    await w.clock.moveBusiness(24 * 3_600_000);
    w.clock.advance(9 * 60_000);
    expect((await type(signInId, code)).ok).toBe(true);
    const late = must(await ask("anna@example.ch"));
    w.clock.advance(10 * 60_000);
    expect(await type(late.signInId, (await lastMail(w, "sign-in")).code ?? "")).toMatchObject({ refusal: "code-over" });
  });
});

describe("the link of the mail", () => {
  const token = async () => ((await lastMail(w, "sign-in")).link ?? "").split("/").at(-1) ?? "";

  test("looking at it changes nothing; the press signs in, once, and takes the code with it", async () => {
    const { signInId } = must(await ask("anna@example.ch", "192.0.2.1", "/de/book/7?x=1"));
    const link = await token();
    for (let look = 0; look < 3; look += 1) expect(await signInUnderLink(await w.as(visitor()), link)).toEqual({ email: "anna@example.ch" });
    const signedIn = must(await signInWithLink(await w.as(visitor()), { token: link, from }));
    expect(signedIn.returnTo).toBe("/de/book/7?x=1");
    expect(await signInWithLink(await w.as(visitor()), { token: link, from })).toMatchObject({ refusal: "code-over" });
    expect(await type(signInId, (await lastMail(w, "sign-in")).code ?? "")).toMatchObject({ refusal: "code-over" });
    expect(await signInUnderLink(await w.as(visitor()), link)).toBeNull();
  });
});

describe("throttles", () => {
  test("five mails in a quarter of an hour to one address, then the next quarter", async () => {
    for (let count = 0; count < 5; count += 1) expect((await ask("anna@example.ch", `192.0.2.${count}`)).ok).toBe(true);
    expect(await ask("ANNA@example.ch", "192.0.2.99")).toMatchObject({ refusal: "too-many" });
    expect((await ask("beat@example.ch")).ok).toBe(true);
    w.clock.advance(15 * 60_000);
    expect((await ask("anna@example.ch")).ok).toBe(true);
  });

  test("sixty mails in a quarter of an hour from one network, whoever they are for", async () => {
    for (let count = 0; count < 60; count += 1) expect((await ask(`p${count}@example.ch`)).ok).toBe(true);
    expect(await ask("p60@example.ch")).toMatchObject({ refusal: "too-many" });
    expect((await ask("p60@example.ch", "198.51.100.7")).ok).toBe(true);
  });

  test("keeps no address and no network in the clear", async () => {
    await ask("anna@example.ch", "192.0.2.77");
    const rows = await w.store.db.select().from(w.store.t.rateLimit);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/anna|192\.0/);
  });
});

test("no secret of a sign-in or a session lies in the database outside the mail to be sent", async () => {
  const { signInId } = must(await ask("anna@example.ch"));
  const { code = "", link = "" } = await lastMail(w, "sign-in");
  const { token } = must(await type(signInId, code));
  const kept = JSON.stringify([await w.store.db.select().from(w.store.t.signIn), await w.store.db.select().from(w.store.t.session), await w.store.db.select().from(w.store.t.journalEntry)]);
  for (const secret of [`"${code}"`, link.split("/").at(-1) ?? "", token]) expect(kept).not.toContain(secret);
});

describe("sessions", () => {
  const signIn = async (device: string, replaces: string | null = null) => {
    const { signInId } = must(await ask("anna@example.ch", `192.0.2.${device.length}`));
    return must(await signInWithCode(await w.as(visitor()), { signInId, code: (await lastMail(w, "sign-in")).code ?? "", from: { ...from, device, replaces } }));
  };

  test("are listed to their owner alone, and ended by their owner alone", async () => {
    const phone = await signIn("Firefox, Android");
    const desk = await signIn("Edge, Windows");
    const me = await w.as(person(phone.personId));
    const current = (await underToken(w, desk.token))?.session.id ?? null;
    const listed = await mySessions(me, current);
    expect(listed.map(({ device, current: mine }) => [device, mine])).toEqual(expect.arrayContaining([["Firefox, Android", false], ["Edge, Windows", true]]));
    const target = listed.find(({ current: mine }) => !mine)?.publicId ?? "";
    expect(await endSession(await w.as(person("stranger")), target)).toMatchObject({ refusal: "not-found" });
    expect((await endSession(me, target)).ok).toBe(true);
    expect(await underToken(w, phone.token)).toBeNull();
    expect(await underToken(w, desk.token)).not.toBeNull();
  });

  test("end all at once but the one that asks", async () => {
    const tokens = [await signIn("a"), await signIn("bb"), await signIn("ccc")];
    const keep = (await underToken(w, tokens[2]?.token ?? ""))?.session.id ?? "";
    must(await endOtherSessions(await w.as(person(tokens[0]?.personId ?? "")), keep));
    const living = await Promise.all(tokens.map(({ token }) => underToken(w, token)));
    expect(living.map((one) => one !== null)).toEqual([false, false, true]);
  });

  test("sign-out kills the session at once, and a new sign-in replaces the browser's old one", async () => {
    const first = await signIn("a");
    const firstId = (await underToken(w, first.token))?.session.id ?? "";
    const second = await signIn("bb", firstId);
    expect(second.token).not.toBe(first.token);
    expect(await underToken(w, first.token)).toBeNull();
    must(await signOut(await w.as(person(second.personId)), (await underToken(w, second.token))?.session.id ?? null));
    expect(await underToken(w, second.token)).toBeNull();
  });

  test("last thirty days without use, on real time", async () => {
    const { token } = await signIn("a");
    await w.clock.moveBusiness(60 * 86_400_000);
    expect(await underToken(w, token)).not.toBeNull();
    w.clock.advance(30 * 86_400_000);
    expect(await underToken(w, token)).toBeNull();
  });
});

test("returns only to paths of this site", () => {
  for (const path of ["/de", "/de/book?x=1#y", "/fr/helper/requests/1"]) expect(safeReturnTo(path)).toBe(path);
  const foreign = ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/de\\..\\evil", "javascript:alert(1)", "de", "", "/\t/evil.example", "/de\n", null, 7, `/${"x".repeat(600)}`];
  for (const path of foreign) expect(safeReturnTo(path), String(path)).toBeNull();
});

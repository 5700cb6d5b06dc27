import { beforeEach, describe, expect, test } from "vitest";
import { system } from "#app/domain/kernel/actor.ts";
import { person, staff } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { inviteStaff } from "#app/domain/account/staff.commands.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import * as account from "#app/routes/account/account.tsx";
import * as enrol from "#app/routes/account/enrol.tsx";
import * as invitation from "#app/routes/account/invitation.tsx";
import "#app/texts/all.server.ts";
import * as page from "#app/routes/account/page.tsx";
import * as recovery from "#app/routes/account/recovery-codes.tsx";
import * as secondFactor from "#app/routes/account/second-factor.tsx";
import * as sessions from "#app/routes/account/sessions.tsx";
import * as code from "#app/routes/account/sign-in-code.tsx";
import * as link from "#app/routes/account/sign-in-link.tsx";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as signOut from "#app/routes/account/sign-out.tsx";
import * as staffSignIn from "#app/routes/account/staff-sign-in.tsx";
import { goodPassword, lastMail, staffMember } from "#tests/support/account.ts";
import { pairs, type World, world } from "#tests/support/world.ts";

let w: World;
beforeEach(async () => {
  w = await world();
});

type Answered = { status: number; to: string | null; cookies: string[]; state: { values: Record<string, unknown>; errors: Record<string, string>; refusal?: string } };

/** What a browser would see of an action's or a loader's answer, thrown or returned. */
async function seen(answer: Promise<unknown>): Promise<Answered> {
  const value = await answer.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (value instanceof Response) return { status: value.status, to: value.headers.get("location"), cookies: value.headers.getSetCookie(), state: { values: {}, errors: {} } };
  const wrapped = value as { data: Answered["state"]; init: { status?: number; headers?: Record<string, string> } | null };
  return { status: wrapped.init?.status ?? 200, to: null, cookies: [], state: wrapped.data };
}

const askForCode = async (email: string, returnTo = "") => {
  const answered = await seen(signIn.action(await w.request("/fr/sign-in", { form: { email, returnTo } })));
  return { ...answered, cookie: pairs(answered.cookies) };
};

describe("signing in by mail", () => {
  test("the code is typed where one was, and leads back there; the session's cookie is out of scripts' reach", async () => {
    const asked = await askForCode("anna@example.ch", "/fr/book/1");
    expect(asked.to).toBe("/fr/sign-in/code");
    const mail = await lastMail(w, "sign-in");
    expect(mail.link).toMatch(/^http:\/\/localhost:3000\/fr\/sign-in\/link\/[\w-]{32}$/);
    const done = await seen(code.action(await w.request("/fr/sign-in/code", { form: { code: mail.code ?? "" }, cookie: asked.cookie })));
    expect(done.to).toBe("/fr/book/1");
    expect(done.cookies[0]).toMatch(/^quartier=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
    const ctx = await contextFor(await w.request("/fr/account", { cookie: pairs(done.cookies) }));
    expect(ctx.actor.kind).toBe("person");
  });

  test("an address that is known and one that is not get the same answer", async () => {
    const first = await askForCode("known@example.ch");
    const mail = await lastMail(w, "sign-in");
    await seen(code.action(await w.request("/fr/sign-in/code", { form: { code: mail.code ?? "" }, cookie: first.cookie })));
    const shape = ({ status, to, state, cookies }: Answered) => ({ status, to, state, cookies: cookies.map((one) => one.replace(/=[^;]+/, "")) });
    expect(shape(await askForCode("known@example.ch"))).toEqual(shape(await askForCode("unknown@example.ch")));
  });

  test("never leads to another site", async () => {
    const asked = await askForCode("anna@example.ch", "https://evil.example/");
    const mail = await lastMail(w, "sign-in");
    const done = await seen(code.action(await w.request("/fr/sign-in/code", { form: { code: mail.code ?? "" }, cookie: asked.cookie })));
    expect(done.to).toBe("/fr/account");
  });

  test("a wrong address comes back with what was typed and how to mend it", async () => {
    const answered = await seen(signIn.action(await w.request("/de/sign-in", { form: { email: "anna(at)example" } })));
    expect(answered).toMatchObject({ status: 400, state: { values: { email: "anna(at)example" }, errors: { email: "errors.field.email" } } });
  });

  test("too many are refused with 429", async () => {
    for (let count = 0; count < 5; count += 1) await askForCode("anna@example.ch");
    expect(await askForCode("anna@example.ch")).toMatchObject({ status: 429, state: { refusal: "too-many", values: { email: "anna@example.ch" } } });
  });

  test("the code of another browser's sign-in opens nothing without its cookie", async () => {
    await askForCode("anna@example.ch");
    const mail = await lastMail(w, "sign-in");
    expect(await seen(code.action(await w.request("/de/sign-in/code", { form: { code: mail.code ?? "" } })))).toMatchObject({ to: "/de/sign-in", cookies: [] });
  });

  test("opening the link signs nobody in; pressing its button does; afterwards it is gone", async () => {
    await askForCode("anna@example.ch");
    const address = new URL((await lastMail(w, "sign-in")).link ?? "").pathname;
    const looked = await seen(link.loader(await w.request(address)));
    expect(looked).toMatchObject({ status: 200, cookies: [], state: { email: "anna@example.ch" } });
    const pressed = await seen(link.action(await w.request(address, { method: "POST" })));
    expect(pressed).toMatchObject({ to: "/fr/account" });
    expect(pressed.cookies[0]).toMatch(/^quartier=/);
    expect(await seen(link.loader(await w.request(address)))).toMatchObject({ status: 410 });
  });
});

test("on https the cookie is tied to the host and travels encrypted only", async () => {
  const secure = await world({ config: { origin: "https://help.example.ch" } });
  const asked = await seen(signIn.action(await secure.request("/de/sign-in", { form: { email: "anna@example.ch" } })));
  expect(asked.cookies[0]).toMatch(/^__Host-quartier-sign-in=.*; Path=\/; HttpOnly; SameSite=Lax; Max-Age=900; Secure$/);
});

describe("staff", () => {
  test("an invitation leads through password and second factor to recovery codes, shown once", async () => {
    const { link: mailed } = must(await inviteStaff(await w.as(system), { email: "r@example.ch", name: "Regula", locale: "de", roles: ["admin"] }));
    const address = new URL(mailed).pathname;
    expect(await seen(invitation.loader(await w.request(address)))).toMatchObject({ status: 200, state: { invitation: { kind: "staff", email: "r@example.ch" } } });
    expect(await seen(invitation.action(await w.request(address, { form: { password: "Passwort1234" } })))).toMatchObject({ status: 400, state: { values: {}, errors: { password: "account.weak.common" } } });
    const set = await seen(invitation.action(await w.request(address, { form: { password: goodPassword } })));
    expect(set.to).toBe("/de/staff-sign-in/enrol");
    const cookie = pairs(set.cookies);
    const shown = await enrol.loader(await w.request("/de/staff-sign-in/enrol", { cookie }));
    expect(shown.enrolment?.picture).toMatch(/^data:image\/png/);
    const done = await seen(enrol.action(await w.request("/de/staff-sign-in/enrol", { cookie, form: { code: shown.demoCode ?? "" } })));
    expect(done.state).toMatchObject({ recoveryCodes: expect.any(Array) });
    expect((await enrol.loader(await w.request("/de/staff-sign-in/enrol", { cookie }))).enrolment).toBeNull();
  });

  test("new recovery codes are shown once and replace the old ones; nobody else has such a page", async () => {
    const { personId, recoveryCodes } = await staffMember(w, "r@example.ch", ["support"]);
    const asked = (asks: object = {}) => w.request("/fr/account/recovery-codes", { actor: staff(personId, ["support"]), ...asks });
    expect((await recovery.loader(await asked())).left).toBe(recoveryCodes.length);
    const renewed = await seen(recovery.action(await asked({ form: {} })));
    const { codes } = renewed.state as unknown as { codes: string[] };
    expect(codes).toHaveLength(recoveryCodes.length);
    expect(codes).not.toEqual(expect.arrayContaining([recoveryCodes[0]]));
    const opens = async (typed: string) => {
      const half = await seen(staffSignIn.action(await w.request("/de/staff-sign-in", { form: { email: "r@example.ch", password: goodPassword } })));
      return (await seen(secondFactor.action(await w.request("/de/staff-sign-in/code", { cookie: pairs(half.cookies), form: { code: typed } })))).to;
    };
    expect(await opens(recoveryCodes[0] ?? "")).toBeNull();
    expect(await opens(codes[0] ?? "")).toBe("/de/staff");
    expect((await recovery.loader(await asked())).left).toBe(codes.length - 1);
    expect(await seen(recovery.loader(await w.request("/fr/account/recovery-codes", { actor: person(personId) })))).toMatchObject({ status: 404 });
    expect((await seen(recovery.action(await w.request("/fr/account/recovery-codes", { actor: person(personId), form: {} })))).status).toBe(404);
  });

  test("after the password alone every page still sees a visitor", async () => {
    await staffMember(w, "r@example.ch", ["admin"]);
    w.clock.advance(60_000);
    const half = await seen(staffSignIn.action(await w.request("/de/staff-sign-in", { form: { email: "r@example.ch", password: goodPassword } })));
    expect(half.to).toBe("/de/staff-sign-in/code");
    const cookie = pairs(half.cookies);
    expect((await contextFor(await w.request("/de/staff", { cookie }))).actor.kind).toBe("visitor");
    const { demoCode } = await secondFactor.loader(await w.request("/de/staff-sign-in/code", { cookie }));
    const done = await seen(secondFactor.action(await w.request("/de/staff-sign-in/code", { cookie, form: { code: demoCode ?? "" } })));
    expect(done.to).toBe("/de/staff");
    expect((await contextFor(await w.request("/de/staff", { cookie: pairs(done.cookies) }))).actor).toMatchObject({ kind: "staff", roles: ["admin"] });
  });

  test("a wrong password does not come back to the page", async () => {
    const refused = await seen(staffSignIn.action(await w.request("/de/staff-sign-in", { form: { email: "r@example.ch", password: "wrong wrong wrong" } })));
    expect(refused).toMatchObject({ status: 401, state: { refusal: "wrong-password", values: { email: "r@example.ch" } } });
    expect(JSON.stringify(refused.state)).not.toContain("wrong wrong");
  });

  test("outside the demo no page shows a code", async () => {
    await staffMember(w, "r@example.ch", ["admin"]);
    const half = await seen(staffSignIn.action(await w.request("/de/staff-sign-in", { form: { email: "r@example.ch", password: goodPassword } })));
    Object.assign(w.app.config, { mode: "production" });
    expect((await secondFactor.loader(await w.request("/de/staff-sign-in/code", { cookie: pairs(half.cookies) }))).demoCode).toBeNull();
  });
});

describe("my account", () => {
  test("leads visitors to sign-in and back", async () => {
    expect(await seen(account.loader(await w.request("/it/account")))).toMatchObject({ to: "/it/sign-in?returnTo=%2Fit%2Faccount" });
  });

  test("keeps name, mobile and language, and names the changed fields in the journal without their values", async () => {
    const args = await w.request("/de/account", { actor: person("p1"), form: { name: "Anna Muster", mobile: "079 123 45 67", locale: "it" } });
    expect(await seen(account.action(args))).toMatchObject({ to: "/de/account?saved" });
    expect((await account.loader(await w.request("/de/account", { actor: person("p1") }))).profile).toMatchObject({ name: "Anna Muster", mobile: "079 123 45 67", locale: "it" });
    const entries = await w.store.db.select().from(w.store.t.journalEntry);
    const entry = entries.find(({ name }) => name === "account.profile-changed");
    expect(entry?.facts).toEqual({ fields: ["name", "mobile", "locale"] });
    expect(JSON.stringify(entries)).not.toContain("Anna Muster");
  });

  test("shows a stranger's session as not there", async () => {
    const mine = await w.request("/de/account/sessions", { actor: person("p1") });
    const [own] = (await sessions.loader(mine)).sessions;
    const theirs = await w.request("/de/account/sessions", { actor: person("p2"), form: { session: own?.publicId ?? "" } });
    expect(await seen(sessions.action(theirs))).toMatchObject({ status: 404, state: { refusal: "not-found" } });
    expect((await sessions.loader(mine)).sessions).toHaveLength(1);
  });

  test("sign-out ends the session at once: the old cookie is a stranger's", async () => {
    const cookie = await w.cookieOf(person("p1"));
    const left = await seen(signOut.action(await w.request("/de/sign-out", { cookie, method: "POST" })));
    expect(left.cookies[0]).toMatch(/^quartier=; .*Max-Age=0/);
    expect((await contextFor(await w.request("/de/account", { cookie }))).actor.kind).toBe("visitor");
  });

  test("staff have one too", async () => {
    expect(await account.loader(await w.request("/de/account", { actor: staff("s1", ["support"]) }))).toMatchObject({ staff: true, helper: false });
  });
});

test("a page that staff edit falls back to German, and an unknown one is not found", async () => {
  await w.store.db.insert(w.store.t.sitePage).values({ slug: "imprint", title: { de: "Impressum" }, body: { de: "## Firma" }, updatedAt: 0 });
  expect((await page.loader(await w.request("/fr/pages/imprint"))).page).toMatchObject({ title: "Impressum", body: "## Firma" });
  expect(await seen(page.loader(await w.request("/fr/pages/none")))).toMatchObject({ status: 404 });
});

test("a page that the company still owes says so in every language, names the company and stays out of search engines", async () => {
  const { name } = await w.app.settings().then(({ brand }) => brand);
  for (const locale of ["de", "fr", "it", "en"]) {
    for (const slug of ["imprint", "privacy", "terms"]) {
      const shown = await page.loader(await w.request(`/${locale}/pages/${slug}`));
      expect(shown.unwritten, `${locale} ${slug}`).toContain(name);
      expect(shown.page.title).not.toBe("");
      expect(JSON.stringify(page.meta({ data: shown } as never))).toContain("noindex");
    }
  }
});

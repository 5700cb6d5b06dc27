import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { invitationUnder } from "#app/domain/account/invitation.commands.server.ts";
import { signInWithPassword } from "#app/domain/account/staff-sign-in.commands.server.ts";
import { acceptAsStaff } from "#app/domain/account/staff-start.commands.server.ts";
import { visitor } from "#app/domain/kernel/actor.ts";
import { saveSitePage } from "#app/domain/settings/settings.commands.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import * as overview from "#app/routes/staff/overview.tsx";
import * as pages from "#app/routes/staff/pages/list.tsx";
import * as page from "#app/routes/staff/pages/page.tsx";
import * as team from "#app/routes/staff/team/team.tsx";
import "#app/texts/all.server.ts";
import { from, goodPassword, underToken } from "../support/account.ts";
import { aStaffMember } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { answerOf, leadsTo } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

let w: World;
let admin: Awaited<ReturnType<typeof aStaffMember>>;
beforeEach(async () => {
  w = await world();
  admin = await aStaffMember(await rootOf(w), "admin");
});
type State = { values: Record<string, string>; errors: Record<string, string>; refusal?: string; preview?: boolean };
const post = (form: Record<string, string | string[]>, actor = admin.actor) => answerOf<State>(w, team.action, "/de/staff/team", { actor, form });
const member = async (id: string) => (await w.store.db.select().from(w.store.t.staffMember).where(eq(w.store.t.staffMember.personId, id)))[0];

describe("The team", () => {
  it("is the administrators' business alone", async () => {
    for (const role of ["certifier", "quality", "support", "finance"] as const) {
      const { actor } = await aStaffMember(await rootOf(w), role);
      expect((await answerOf(w, team.loader, "/de/staff/team", { actor })).status, role).toBe(403);
      expect((await post({ intent: "roles", personId: admin.personId, roles: "support" }, actor)).status, role).toBe(403);
      expect((await answerOf(w, pages.loader, "/de/staff/pages", { actor })).status, role).toBe(403);
    }
    expect((await answerOf(w, team.loader, "/de/staff/team")).status).toBe(404);
  });

  it("an invitation goes out as a mail with a link; without name, address or role it comes back", async () => {
    const wrong = await post({ intent: "invite", name: " ", email: "nobody", locale: "xx" });
    expect([wrong.status, wrong.value.errors]).toEqual([400, { name: "errors.field.required", email: "errors.field.email", locale: "errors.field.choice" }]);
    expect(wrong.value.values.email).toBe("nobody");
    expect((await post({ intent: "invite", name: "Kim Neu", email: "kim@example.ch", locale: "en" })).value.errors.roles).toBe("staffSettings.team.refused.no-role");
    leadsTo(await post({ intent: "invite", name: "Kim Neu", email: "kim@example.ch", locale: "en", roles: ["quality", "support"] }) as never, "/de/staff/team?done=sent");
    await runDue(w.app);
    const [mail] = await w.store.db.select().from(w.store.t.mail);
    expect(mail).toMatchObject({ toAddress: "kim@example.ch", locale: "en" });
    expect(mail?.text).toContain("/en/invitation/");
  });

  it("open invitations are listed with who wrote them and until when; a withdrawn one leads nowhere", async () => {
    leadsTo(await post({ intent: "invite", name: "Kim Neu", email: "kim@example.ch", locale: "en", roles: ["quality"] }) as never, "/de/staff/team?done=sent");
    await runDue(w.app);
    const [mail] = await w.store.db.select().from(w.store.t.mail);
    const token = /invitation\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const { token: halfway } = must(await acceptAsStaff(await w.as(visitor()), { token, password: goodPassword, device: "", replaces: null }));
    const listed = async () => (await answerOf<{ invitations: { id: string; name: string; by: string; expiresAt: number }[] }>(w, team.loader, "/de/staff/team", { actor: admin.actor })).value.invitations;
    const [open] = await listed();
    expect(open).toMatchObject({ name: "Kim Neu", email: "kim@example.ch", roles: ["quality"], expiresAt: w.app.clock.real() + 14 * 24 * 3_600_000 });
    expect(open?.by).toBe((await w.store.db.select().from(w.store.t.person).where(eq(w.store.t.person.id, admin.personId)))[0]?.name);
    const { actor } = await aStaffMember(await rootOf(w), "quality");
    expect((await post({ intent: "withdraw", invitation: open?.id ?? "" }, actor)).status).toBe(403);
    leadsTo(await post({ intent: "withdraw", invitation: open?.id ?? "" }) as never, "/de/staff/team?done=withdrawn");
    expect(await listed()).toEqual([]);
    expect(await invitationUnder(await w.as(visitor()), token)).toBeNull();
    expect(await underToken(w, halfway)).toBeNull();
    expect(await signInWithPassword(await w.as(visitor()), { email: "kim@example.ch", password: goodPassword, from })).toMatchObject({ refusal: "wrong-password" });
    expect((await post({ intent: "withdraw", invitation: open?.id ?? "" })).status).toBe(404);
  });

  it("roles change at once; the last administrator keeps theirs", async () => {
    const { personId } = await aStaffMember(await rootOf(w), "support");
    leadsTo(await post({ intent: "roles", personId, roles: ["quality", "finance"] }) as never, "/de/staff/team?done=changed");
    expect((await member(personId))?.roles).toEqual(["quality", "finance"]);
    const last = await post({ intent: "roles", personId: admin.personId, roles: "support" });
    expect([last.status, last.value.refusal]).toEqual([409, "last-admin"]);
    expect((await member(admin.personId))?.roles).toEqual(["admin"]);
    expect((await post({ intent: "roles", personId })).value.errors.roles).toBe("staffSettings.team.refused.no-role");
    expect((await post({ intent: "roles", personId, roles: "emperor" })).status).toBe(400);
    expect((await post({ intent: "roles", personId: "nobody", roles: "support" })).status).toBe(404);
  });

  it("access ends at once, but nobody ends their own", async () => {
    const { personId, actor } = await aStaffMember(await rootOf(w), "support");
    expect((await post({ intent: "end", personId: admin.personId })).value.refusal).toBe("own-account");
    const cookie = await w.cookieOf(actor);
    leadsTo(await post({ intent: "end", personId }) as never, "/de/staff/team?done=ended");
    expect((await member(personId))?.state).toBe("ended");
    expect((await answerOf(w, team.loader, "/de/staff/team", { cookie })).status).toBe(404);
  });
});

describe("The pages that staff edit", () => {
  const words = (text: string) => ({ de: text, fr: text, it: text, en: text });
  const form = (body: string) => Object.fromEntries(["de", "fr", "it", "en"].flatMap((l) => [[`title.${l}`, `Impressum ${l}`], [`body.${l}`, body]]));
  const edit = (fields: Record<string, string>) => answerOf<State>(w, page.action, "/de/staff/pages/imprint", { actor: admin.actor, form: fields });
  beforeEach(async () => {
    must(await saveSitePage(await rootOf(w), { slug: "imprint", title: words("Impressum"), body: words("Alt") }));
  });
  const stored = async () => (await w.store.db.select().from(w.store.t.sitePage))[0]?.body;

  it("are saved in all four languages together, or come back with what was typed", async () => {
    const wrong = await edit({ ...form("## Neu"), "body.it": " " });
    expect([wrong.status, wrong.value.errors, wrong.value.values["body.de"]]).toEqual([400, { "body.it": "errors.field.required" }, "## Neu"]);
    expect(await stored()).toEqual(words("Alt"));
    leadsTo(await edit(form("## Neu")) as never, "/de/staff/pages/imprint?saved");
    expect(await stored()).toEqual(words("## Neu"));
  });

  it("can be looked at before they are saved", async () => {
    const shown = await edit({ ...form("**Vorschau**"), intent: "preview" });
    expect([shown.status, shown.value.preview, shown.value.values["body.de"]]).toEqual([200, true, "**Vorschau**"]);
    expect(await stored()).toEqual(words("Alt"));
  });

  it("those that the company still owes are named on the overview until they are written", async () => {
    type Overview = { unwritten: string[]; mayWrite: boolean };
    const seen = async (actor = admin.actor) => (await answerOf<Overview>(w, overview.loader, "/de/staff", { actor })).value;
    expect(await seen()).toMatchObject({ unwritten: ["Datenschutz", "Bedingungen"], mayWrite: true });
    expect(await seen((await aStaffMember(await rootOf(w), "support")).actor)).toMatchObject({ mayWrite: false });
    expect((await answerOf<{ rows: { slug: string; written: boolean }[] }>(w, pages.loader, "/de/staff/pages", { actor: admin.actor })).value.rows).toMatchObject([{ slug: "imprint", written: true }, { slug: "privacy", written: false }, { slug: "terms", written: false }]);
    for (const slug of ["privacy", "terms"]) leadsTo(await answerOf(w, page.action, `/de/staff/pages/${slug}`, { actor: admin.actor, form: form("Wort") }) as never, `/de/staff/pages/${slug}?saved`);
    expect((await seen()).unwritten).toEqual([]);
  });

  it("a page that does not exist is not found", async () => {
    expect((await answerOf(w, page.loader, "/de/staff/pages/nothing", { actor: admin.actor })).status).toBe(404);
  });
});

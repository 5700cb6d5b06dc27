import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inviteStaffForm, staffRolesForm } from "#app/domain/account/account.schema.ts";
import { openStaffInvitations, staffList } from "#app/domain/account/account.queries.server.ts";
import { mayManageStaff } from "#app/domain/account/account.policy.ts";
import { endStaff, inviteStaff, setRoles, withdrawStaffInvitation } from "#app/domain/account/staff.commands.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm, typedValues } from "#app/http/form.server.ts";
import { textOf } from "#app/routes/staff/helpers/parts/asked.server.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { Stack } from "#app/ui/index.ts";
import { Invitations } from "./parts/invitations.tsx";
import { InviteForm, MemberForm, TeamTable } from "./parts/team-parts.tsx";

const doneWords = ["sent", "changed", "ended", "withdrawn"] as const;

/** Everybody who works at the desk; `edit` opens one, `invite` the form for a new colleague. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayManageStaff);
  const { searchParams } = new URL(args.request.url);
  const rows = await staffList(ctx);
  const edit = textOf(searchParams, "edit");
  return {
    ...titled(ctx, translator(ctx.locale)("staffSettings.team.title")),
    rows,
    invitations: await openStaffInvitations(ctx),
    member: rows.find(({ personId, state }) => personId === edit && state !== "ended") ?? null,
    isSelf: edit === ctx.actor.personId,
    done: doneWords.find((one) => one === searchParams.get("done")) ?? null,
  };
}

export type TeamState = FormState & { intent?: string };

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayManageStaff);
  const form = await sentForm(args.request);
  const intent = String(form.get("intent") ?? "");
  const again = (state: FormState, status = 400) => formAgain({ ...state, intent } as TeamState, status);
  const refused = (refusal: string) => (refusal === "no-role" ? again({ values: typedValues(form), errors: { roles: "staffSettings.team.refused.no-role" } }) : again({ values: typedValues(form), errors: {}, refusal }, statusOf(refusal)));
  const back = (done: (typeof doneWords)[number]) => redirect(`/${ctx.locale}/staff/team?done=${done}`);
  const personId = String(form.get("personId") ?? "").slice(0, 60);
  if (intent === "end") {
    const ended = await endStaff(ctx, personId);
    return ended.ok ? back("ended") : refused(ended.refusal);
  }
  if (intent === "withdraw") {
    const withdrawn = await withdrawStaffInvitation(ctx, String(form.get("invitation") ?? "").slice(0, 60));
    return withdrawn.ok ? back("withdrawn") : refused(withdrawn.refusal);
  }
  if (intent === "roles") {
    const read = readForm(form, staffRolesForm);
    if (!read.ok) return again(read.state);
    const set = await setRoles(ctx, { personId, roles: read.value.roles });
    return set.ok ? back("changed") : refused(set.refusal);
  }
  const read = readForm(form, inviteStaffForm);
  if (!read.ok) return again(read.state);
  const invited = await inviteStaff(ctx, read.value);
  return invited.ok ? back("sent") : refused(invited.refusal);
}

export const meta = deskMeta;

export default function Team() {
  const { title, rows, invitations, member, isSelf, done } = useLoaderData<typeof loader>();
  const state = useActionData<TeamState>();
  const t = useT();
  const of = (...intents: string[]) => (intents.includes(state?.intent ?? "") ? state : undefined);
  return (
    <Desk title={title} lead={t("staffSettings.team.lead")} done={done && t(`staffSettings.team.${done}`)}>
      <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Stack gap={8}>
          <TeamTable rows={rows} selected={member?.personId ?? ""} />
          <Invitations rows={invitations} state={of("withdraw")} />
        </Stack>
        {member ? <MemberForm key={member.personId} member={member} isSelf={isSelf} state={of("roles", "end")} /> : <InviteForm key={done ?? ""} state={of("invite", "")} />}
      </div>
    </Desk>
  );
}

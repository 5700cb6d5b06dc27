import { Form, Link } from "@remix-run/react";
import { Send, UserPlus, X } from "#app/ui/icons.ts";
import type { StaffRow } from "#app/domain/account/account.queries.server.ts";
import { staffRoles } from "#app/domain/kernel/actor.ts";
import { namedProblems, problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, Card, CheckboxGroup, DataTable, Disclosure, ErrorSummary, Heading, Icon, Muted, Notice, RadioGroup, Row, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import type { TeamState } from "../team.tsx";

const refusals = ["no-role", "already-staff", "last-admin", "own-account"] as const;
const refusalWords = (refusal: string): TextKey => `staffSettings.team.refused.${refusals.find((one) => one === refusal) ?? "other"}`;

/** Everybody with their roles, the present ones first. */
export function TeamTable({ rows, selected }: { rows: StaffRow[]; selected: string }) {
  const [t, locale] = [useT(), useLocale()];
  const sorted = [...rows].sort((a, b) => Number(a.state === "ended") - Number(b.state === "ended"));
  return (
    <DataTable
      caption={t("staffSettings.team.title")}
      hideCaption
      dense
      rows={sorted}
      rowKey={(row) => row.personId}
      selectedKey={selected}
      columns={[
        {
          key: "name", head: t("staffSettings.team.name"), rowHead: true,
          cell: (row) => (
            <div className="min-w-52 wrap-anywhere">
              {row.state === "ended" ? <Muted as="span">{row.name}</Muted> : <Link to={`?edit=${row.personId}`} preventScrollReset>{row.name}</Link>}
              <span className="block text-sm font-normal text-muted">{row.email}</span>
            </div>
          ),
        },
        { key: "roles", head: t("staffSettings.team.roles"), cell: (row) => row.roles.map((role) => t(`staffSettings.team.role.${role}`)).join(", ") },
        { key: "state", head: t("staffSettings.team.state"), cell: (row) => <Badge tone={row.state === "active" ? "ok" : row.state === "invited" ? "info" : "plain"}>{t(`staffSettings.team.states.${row.state}`)}</Badge> },
        { key: "since", head: t("staffSettings.team.since"), cell: (row) => formatDate(row.createdAt, locale) },
      ]}
    />
  );
}

const useRoles = () => {
  const t = useT();
  return staffRoles.map((value) => ({ value, label: t(`staffSettings.team.role.${value}`), hint: t(`staffSettings.team.roleHint.${value}`) }));
};
const rolesOf = (state: TeamState | undefined): string[] | undefined => {
  if (!state) return undefined;
  const { roles } = state.values;
  return Array.isArray(roles) ? roles : roles ? [roles] : [];
};

/** A new colleague: a mail with a link that is good for 14 days. */
export function InviteForm({ state }: { state?: TeamState }) {
  const [t, locale] = [useT(), useLocale()];
  const options = useRoles();
  const field = (name: string) => ({ name, error: problemAt(state, t, name), defaultValue: typedAt(state, name) ?? "" });
  const labels = { name: t("staffSettings.team.name"), email: t("staffSettings.team.email"), roles: t("staffSettings.team.roles") };
  return (
    <Card as="section" className="self-start">
      <Form method="post" id="invite">
        <Stack gap={6}>
          <Heading level={2} size={3}>{t("staffSettings.team.invite")}</Heading>
          <Muted>{t("staffSettings.team.inviteWords")}</Muted>
          <ErrorSummary title={t("errors.summary.title")} errors={namedProblems(problemsOf(state, t, state?.refusal ? t(refusalWords(state.refusal)) : null), labels, locale)} />
          <TextField label={labels.name} autoComplete="off" maxLength={120} required {...field("name")} />
          <TextField type="email" label={labels.email} autoComplete="off" maxLength={254} required {...field("email")} />
          <CheckboxGroup name="roles" label={labels.roles} error={problemAt(state, t, "roles")} options={options} defaultValues={rolesOf(state) ?? []} />
          <RadioGroup name="locale" label={t("staffSettings.team.language")} inline error={problemAt(state, t, "locale")} defaultValue={typedAt(state, "locale") ?? locale} options={(["de", "en"] as const).map((value) => ({ value, label: t(`staffSettings.language.${value}`) }))} />
          <div><SubmitButton name="intent" value="invite" icon={UserPlus} pendingLabel={t("common.sending")}>{t("staffSettings.team.send")}</SubmitButton></div>
        </Stack>
      </Form>
    </Card>
  );
}

/** One colleague's roles, and the end of their access. */
export function MemberForm({ member, isSelf, state }: { member: StaffRow; isSelf: boolean; state?: TeamState }) {
  const t = useT();
  const options = useRoles();
  const problems = problemsOf(state, t, state?.refusal ? t(refusalWords(state.refusal)) : null);
  return (
    <Card as="section" className="self-start max-xl:order-first">
      <Stack gap={6}>
        <Row justify="between" gap={3}>
          <Heading level={2} size={3} className="min-w-0 wrap-anywhere">{t("staffSettings.team.edit", { name: member.name })}</Heading>
          <Link to="?" preventScrollReset className="q-icon-button"><Icon icon={X} label={t("common.close")} /></Link>
        </Row>
        <ErrorSummary title={t("errors.summary.title")} errors={problems} />
        <Form method="post">
          <Stack gap={6}>
            <input type="hidden" name="personId" value={member.personId} />
            <CheckboxGroup name="roles" label={t("staffSettings.team.roles")} error={problemAt(state, t, "roles")} options={options} defaultValues={(state?.intent === "roles" ? rolesOf(state) : undefined) ?? member.roles} />
            <div><SubmitButton name="intent" value="roles" icon={Send} pendingLabel={t("common.sending")}>{t("staffSettings.team.change")}</SubmitButton></div>
          </Stack>
        </Form>
        {isSelf ? <Notice>{t("staffSettings.team.refused.own-account")}</Notice> : (
          <Disclosure summary={t("staffSettings.team.end")} open={state?.intent === "end"}>
            <Form method="post">
              <Stack gap={4}>
                <p>{t("staffSettings.team.endWords", { name: member.name })}</p>
                <input type="hidden" name="personId" value={member.personId} />
                <div><SubmitButton name="intent" value="end" variant="danger">{t("staffSettings.team.end")}</SubmitButton></div>
              </Stack>
            </Form>
          </Disclosure>
        )}
      </Stack>
    </Card>
  );
}

import { Form } from "@remix-run/react";
import type { StaffInvitation } from "#app/domain/account/account.queries.server.ts";
import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { DataTable, Heading, Muted, Notice, Stack, SubmitButton } from "#app/ui/index.ts";
import type { TeamState } from "../team.tsx";

/** Who was invited and has not come yet; an invitation can be taken back. */
export function Invitations({ rows, state }: { rows: StaffInvitation[]; state?: TeamState }) {
  const [t, locale] = [useT(), useLocale()];
  return (
    <section aria-labelledby="invitations">
      <Stack gap={3}>
        <Heading level={2} size={3} id="invitations">{t("staffSettings.team.open.title")}</Heading>
        {state?.refusal ? <Notice tone="warn" role="alert">{t("staffSettings.team.open.gone")}</Notice> : null}
        <DataTable
          caption={t("staffSettings.team.open.title")}
          hideCaption
          dense
          rows={rows}
          rowKey={(row) => row.id}
          empty={<Muted>{t("staffSettings.team.open.none")}</Muted>}
          columns={[
            { key: "name", head: t("staffSettings.team.name"), rowHead: true, cell: (row) => <div className="min-w-44 wrap-anywhere">{row.name}<span className="block text-sm font-normal text-muted">{row.email}</span></div> },
            { key: "roles", head: t("staffSettings.team.roles"), cell: (row) => row.roles.map((role) => t(`staffSettings.team.role.${role}`)).join(", ") },
            { key: "by", head: t("staffSettings.team.open.by"), cell: (row) => <>{row.by ?? t("staffSettings.team.open.system")}<span className="block text-sm whitespace-nowrap text-muted">{formatDate(row.createdAt, locale)}</span></> },
            { key: "until", head: t("staffSettings.team.open.until"), cell: (row) => formatDate(row.expiresAt, locale) },
            {
              key: "withdraw", head: t("staffSettings.team.open.action"),
              cell: (row) => (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="invitation" value={row.id} />
                  <SubmitButton name="intent" value="withdraw" size="small" variant="secondary" aria-label={t("staffSettings.team.open.withdrawOf", { name: row.name })}>{t("staffSettings.team.open.withdraw")}</SubmitButton>
                </Form>
              ),
            },
          ]}
        />
      </Stack>
    </section>
  );
}

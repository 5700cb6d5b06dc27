import { Form, Link } from "@remix-run/react";
import { Mail } from "#app/ui/icons.ts";
import type { MailRow } from "#app/domain/notification/mail.queries.server.ts";
import type { Translate } from "#app/texts/registry.ts";
import { Button, type Column, DataTable, DefinitionList, EmptyState, Heading, Row, Stack, TextField } from "#app/ui/index.ts";

type Look = { t: Translate; moment: (ms: number) => string };

/** Every mail, newest first; each leads to `<base>/<id>`. */
export function MailTable({ rows, base, sends, t, moment }: Look & { rows: MailRow[]; base: string; sends: boolean }) {
  const columns: Column<MailRow>[] = [
    { key: "subject", head: t("staffSystem.mails.subject"), rowHead: true, cell: (row) => <Link to={`${base}/${row.id}`}>{row.subject}</Link> },
    { key: "to", head: t("staffSystem.mails.to"), cell: (row) => <span className="wrap-anywhere">{row.toAddress}</span> },
    { key: "kind", head: t("staffSystem.mails.kind"), cell: (row) => row.kind },
    { key: "language", head: t("staffSystem.mails.language"), cell: (row) => row.locale },
    { key: "written", head: t("staffSystem.mails.written"), cell: (row) => moment(row.createdAt) },
    { key: "sent", head: t("staffSystem.mails.sent"), cell: (row) => sentWords(row, sends, { t, moment }) },
  ];
  return <DataTable caption={t("staffSystem.mails.caption")} hideCaption dense columns={columns} rows={rows} rowKey={(row) => row.id} empty={<EmptyState icon={Mail} title={t("staffSystem.mails.none")}>{t("staffSystem.mails.noneWords")}</EmptyState>} />;
}

const sentWords = ({ sentAt }: MailRow, sends: boolean, { t, moment }: Look): string =>
  sentAt !== null ? moment(sentAt) : t(sends ? "staffSystem.mails.waiting" : "staffSystem.mails.kept");

export function MailSearch({ search, t }: { search: string; t: Translate }) {
  return (
    <Form method="get" role="search">
      <Row>
        <TextField name="to" type="search" label={t("staffSystem.mails.search")} defaultValue={search} maxLength={200} width="medium" />
        <Button size="small" className="self-end">{t("staffSystem.mails.find")}</Button>
      </Row>
    </Form>
  );
}

/** One mail as its reader sees it: the HTML in a frame that can do nothing, and the plain text. */
export function MailPreview({ mail, body, sends, t, moment }: Look & { mail: MailRow & { text: string }; body: string; sends: boolean }) {
  const items = [
    { term: t("staffSystem.mails.to"), value: mail.toAddress },
    { term: t("staffSystem.mails.kind"), value: mail.kind },
    { term: t("staffSystem.mails.language"), value: mail.locale },
    { term: t("staffSystem.mails.written"), value: moment(mail.createdAt) },
    { term: t("staffSystem.mails.sent"), value: sentWords(mail, sends, { t, moment }) },
  ];
  return (
    <Stack gap={6}>
      <DefinitionList items={items} />
      <div className="grid gap-6 lg:grid-cols-2">
        <Stack gap={2} as="section">
          <Heading level={2} size={3}>{t("staffSystem.mails.preview")}</Heading>
          <iframe src={body} title={t("staffSystem.mails.frame")} sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" className="h-220 w-full rounded-md border border-line" />
        </Stack>
        <Stack gap={2} as="section">
          <Heading level={2} size={3}>{t("staffSystem.mails.text")}</Heading>
          <pre className="rounded-md border border-line bg-surface p-4 text-sm whitespace-pre-wrap wrap-anywhere">{mail.text}</pre>
        </Stack>
      </div>
    </Stack>
  );
}

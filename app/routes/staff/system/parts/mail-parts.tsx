import { Form, Link } from "@remix-run/react";
import { Mail } from "#app/ui/icons.ts";
import type { MailRow } from "#app/domain/notification/mail.queries.server.ts";
import { isLocale } from "#app/domain/kernel/words.ts";
import type { Translate } from "#app/texts/registry.ts";
import { Button, type Column, DataTable, DefinitionList, EmptyState, Heading, Notice, Stack, TextField } from "#app/ui/index.ts";

type Look = { t: Translate; moment: (ms: number) => string };

/** Every mail, newest first; each leads to `<base>/<id>`. */
export function MailTable({ rows, base, search, sends, t, moment }: Look & { rows: MailRow[]; base: string; search: string; sends: boolean }) {
  const columns: Column<MailRow>[] = [
    { key: "subject", head: t("outbox.subject"), rowHead: true, cell: (row) => <Link to={`${base}/${row.id}`}>{subjectOf(row, t)}</Link> },
    { key: "to", head: t("outbox.to"), cell: (row) => <span className="wrap-anywhere">{addressOf(row, t)}</span> },
    { key: "language", head: t("outbox.language"), cell: (row) => languageOf(row, t) },
    { key: "written", head: t("outbox.written"), cell: (row) => moment(row.createdAt) },
    { key: "sent", head: t("outbox.sent"), cell: (row) => sentWords(row, sends, { t, moment }) },
  ];
  const empty = search
    ? <EmptyState icon={Mail} title={t("outbox.noneFound", { address: search })} actions={<Link to={base}>{t("outbox.all")}</Link>}>{t("outbox.noneFoundWords")}</EmptyState>
    : <EmptyState icon={Mail} title={t("outbox.none")}>{t("outbox.noneWords")}</EmptyState>;
  return <DataTable caption={t("outbox.caption")} hideCaption dense columns={columns} rows={rows} rowKey={(row) => row.id} empty={empty} />;
}

/** A mail whose words were deleted says so in place of its subject. */
export const subjectOf = ({ subject }: Pick<MailRow, "subject">, t: Translate): string => subject || t("outbox.gone.subject");
const addressOf = ({ toAddress }: Pick<MailRow, "toAddress">, t: Translate): string => toAddress || t("outbox.gone.to");
const languageOf = ({ locale }: Pick<MailRow, "locale">, t: Translate): string => (isLocale(locale) ? t(`outbox.languages.${locale}`) : locale);

const sentWords = ({ sentAt }: MailRow, sends: boolean, { t, moment }: Look): string =>
  sentAt !== null ? moment(sentAt) : t(sends ? "outbox.waiting" : "outbox.kept");

export function MailSearch({ search, t }: { search: string; t: Translate }) {
  return (
    <Form method="get" role="search">
      <div className="flex flex-wrap items-end gap-3">
        <TextField key={search} name="to" type="search" label={t("outbox.search")} defaultValue={search} maxLength={200} width="medium" />
        <Button variant="secondary">{t("outbox.find")}</Button>
      </div>
    </Form>
  );
}

/** One mail as its reader sees it: the HTML in a frame that can do nothing, and the plain text. */
export function MailPreview({ mail, body, sends, t, moment }: Look & { mail: MailRow & { text: string }; body: string; sends: boolean }) {
  const items = [
    { term: t("outbox.to"), value: addressOf(mail, t) },
    { term: t("outbox.language"), value: languageOf(mail, t) },
    { term: t("outbox.written"), value: moment(mail.createdAt) },
    { term: t("outbox.sent"), value: sentWords(mail, sends, { t, moment }) },
  ];
  if (mail.text === "")
    return (
      <Stack gap={6}>
        <DefinitionList items={[{ term: t("outbox.gone.kind"), value: mail.kind }, ...items]} />
        <Notice>{t("outbox.gone.words")}</Notice>
      </Stack>
    );
  return (
    <Stack gap={6}>
      <DefinitionList items={items} />
      <div className="grid gap-6 lg:grid-cols-2">
        <Stack gap={2} as="section">
          <Heading level={2} size={3}>{t("outbox.preview")}</Heading>
          <iframe src={body} title={t("outbox.frame")} sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" className="h-220 w-full rounded-md border border-line" />
        </Stack>
        <Stack gap={2} as="section">
          <Heading level={2} size={3}>{t("outbox.text")}</Heading>
          <pre className="rounded-md border border-line bg-surface p-4 text-sm whitespace-pre-wrap wrap-anywhere">{mail.text}</pre>
        </Stack>
      </div>
    </Stack>
  );
}

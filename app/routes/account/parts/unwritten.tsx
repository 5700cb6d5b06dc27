import { useRoot } from "#app/routes/shared/root-data.ts";
import { useT } from "#app/texts/use.ts";
import { DefinitionList, Notice, Stack } from "#app/ui/index.ts";

/** What a reader gets of a page that the company has not published yet: that it is missing, and whom to ask. */
export function Unwritten({ words }: { words: string }) {
  const [t, root] = [useT(), useRoot()];
  if (!root) return <Notice>{words}</Notice>;
  const { name, address, telephone, hours, supportEmail } = root.brand;
  return (
    <Stack gap={6}>
      <Notice title={words}>{t("account.page.ask")}</Notice>
      <DefinitionList
        items={[
          { term: t("account.page.company"), value: name },
          ...(address ? [{ term: t("account.page.address"), value: address }] : []),
          { term: t("account.page.telephone"), value: <><a href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>{telephone}</a><br />{hours}</> },
          ...(supportEmail ? [{ term: t("account.page.email"), value: <a href={`mailto:${supportEmail}`} className="wrap-anywhere">{supportEmail}</a> }] : []),
        ]}
      />
    </Stack>
  );
}

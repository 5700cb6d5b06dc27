import type { ReactNode } from "react";
import { useRoot } from "#app/root.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { Container, Heading, Lead, Pagination, Stack, Tabs } from "#app/ui/index.ts";

/** Title, tabs of the system's pages and the page itself. */
export function SystemFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const root = useRoot();
  const roles: readonly string[] = root?.actor.roles ?? [];
  const has = (role: string) => roles.includes(role) || roles.includes("admin");
  const at = `/${locale}/staff/system`;
  const items = [
    ...(has("support") ? [{ to: `${at}/jobs`, label: t("staffSystem.nav.jobs") }, { to: `${at}/mails`, label: t("staffSystem.nav.mails") }] : []),
    ...(has("quality") ? [{ to: `${at}/journal`, label: t("staffSystem.nav.journal") }] : []),
    ...(root?.mode === "demo" ? [{ to: `${at}/clock`, label: t("staffSystem.nav.clock") }] : []),
  ];
  return (
    <Container width="wide" className="py-6">
      <Stack gap={6}>
        <Tabs label={t("staffSystem.nav.title")} items={items} />
        <Stack gap={2}>
          <Heading level={1} size={2}>{title}</Heading>
          <Lead>{lead}</Lead>
        </Stack>
        {children}
      </Stack>
    </Container>
  );
}

/** Newer and older pages of a list that is newest first. */
export function Paging({ page, newer, older }: { page: number; newer: string | null; older: string | null }) {
  const t = useT();
  if (!newer && !older) return null;
  return <Pagination label={t("staffSystem.paging.label")} previous={newer} next={older} previousLabel={t("staffSystem.paging.previous")} nextLabel={t("staffSystem.paging.next")} summary={t("staffSystem.paging.summary", { page })} />;
}

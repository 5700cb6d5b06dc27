import type { ReactNode } from "react";
import { useRoot } from "#app/root.tsx";
import { useT } from "#app/texts/use.ts";
import { Badge, Container, Heading, Lead, Page, SiteHeader, Stack } from "#app/ui/index.ts";

/** The frame of the demo's outbox: the way home, and what this is. */
export function OutboxFrame({ title, sends, children }: { title: string; sends: boolean; children: ReactNode }) {
  const t = useT();
  const root = useRoot();
  return (
    <Page
      skipLabel={t("common.skip")}
      header={<SiteHeader label={t("common.mainNavigation")} menuLabel={t("common.menu")} brand={<a href="/de">{root?.brand.name}</a>} actions={<Badge tone="info">{t("common.demo")}</Badge>} />}
    >
      <Container width="wide" className="py-6">
        <Stack gap={6}>
          <Stack gap={2}>
            <Heading level={1} size={2}>{title}</Heading>
            <Lead>{t(sends ? "staffSystem.mails.outboxSends" : "staffSystem.mails.outboxLead")}</Lead>
          </Stack>
          {children}
        </Stack>
      </Container>
    </Page>
  );
}

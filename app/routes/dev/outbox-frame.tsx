import type { ReactNode } from "react";
import { useT } from "#app/texts/use.ts";
import { BackLink, Container, Heading, Lead, Stack } from "#app/ui/index.ts";

/** Title of one page of the outbox, what the outbox is, and the way back. */
export function OutboxFrame({ title, sends, back, children }: { title: string; sends: boolean; back?: string; children: ReactNode }) {
  const t = useT();
  return (
    <Container width="wide" className="py-6">
      <Stack gap={6}>
        <Stack gap={2}>
          {back ? <BackLink to={back}>{t("outbox.back")}</BackLink> : null}
          <Heading level={1} size={2} className="wrap-anywhere">{title}</Heading>
          <Lead>{t(sends ? "outbox.sends" : "outbox.lead")}</Lead>
        </Stack>
        {children}
      </Stack>
    </Container>
  );
}

import type { ReactNode } from "react";
import { Container, Heading, Lead, Section, Stack } from "#app/ui/index.ts";

/** One question a page: title, a sentence, the form. */
export function Narrow({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <Section>
      <Container width="narrow">
        <Stack gap={6}>
          <Stack gap={3}>
            <Heading level={1}>{title}</Heading>
            {lead ? <Lead>{lead}</Lead> : null}
          </Stack>
          {children}
        </Stack>
      </Container>
    </Section>
  );
}

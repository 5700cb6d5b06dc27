import type { ReactNode } from 'react';
import { Container, Section } from '../layout.tsx';
import { Heading, Muted } from '../text.tsx';

/** One chapter of the gallery. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Section id={id} space="tight" labelledBy={`${id}-title`}>
      <Container>
        <Heading level={2} id={`${id}-title`} className="mb-6">{title}</Heading>
        <div className="grid gap-12">{children}</div>
      </Container>
    </Section>
  );
}

/** One component in one state, with the state's name above. */
export function Show({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-3 min-w-0">
      <Muted>{name}</Muted>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { CircleCheck } from "#app/ui/icons.ts";
import type { ReactNode } from "react";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { BackLink, Container, Heading, Lead, Notice, Row, Stack } from "#app/ui/index.ts";

/** The frame of one screen at the desk: the way back, title, what was just done, and what one can do here. */
export function Desk({ title, lead, back, done, actions, width = "wide", children }: { title: ReactNode; lead?: ReactNode; back?: { to: string; label: string }; done?: string | null; actions?: ReactNode; width?: "wide" | "text"; children: ReactNode }) {
  return (
    <Container width={width === "wide" ? "wide" : "normal"} className="py-6">
      <Stack gap={6} className={width === "text" ? "max-w-2xl" : undefined}>
        <div className="grid gap-2">
          {back ? <BackLink to={back.to}>{back.label}</BackLink> : null}
          <Row justify="between" gap={4}>
            <Heading level={1} size={2} className="min-w-0 wrap-anywhere">{title}</Heading>
            {actions ? <Row gap={2}>{actions}</Row> : null}
          </Row>
          {lead ? <Lead>{lead}</Lead> : null}
        </div>
        {done ? <Notice tone="ok" role="status" icon={CircleCheck}>{done}</Notice> : null}
        {children}
      </Stack>
    </Container>
  );
}

/** What every loader at the desk answers, for the head of the page. */
export const titled = (ctx: Pick<Context, "locale">, title: string): { locale: Locale; title: string } => ({ locale: ctx.locale, title });

/** The page's title from its loader; staff screens stay out of search engines. */
export const deskMeta: MetaFunction = ({ data, location }) => {
  const known = data as { locale?: Locale; title?: string } | undefined;
  return known?.title && known.locale ? pageMeta({ locale: known.locale, path: location.pathname.slice(3), title: known.title, noindex: true }) : [];
};

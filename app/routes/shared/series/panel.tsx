import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Badge, Heading } from "#app/ui/index.ts";
import type { SeriesTold } from "./panel.server.ts";

/** All visits of a series with their states; the one on this page stands among them. `to` leads to another visit's page. */
export function SeriesPanel({ series: { title, visits }, to, children }: { series: SeriesTold; to: (id: string) => string; children?: ReactNode }) {
  return (
    <section aria-labelledby="series" className="grid content-start gap-2">
      <Heading level={2} size={3} id="series">{title}</Heading>
      <ol className="grid">
        {visits.map(({ id, isHere, time, badge }) => (
          <li key={id} aria-current={isHere ? "true" : undefined} className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-1">
            {isHere ? <span className="py-2 font-semibold">{time}</span> : <Link to={to(id)} className="inline-flex min-h-11 items-center">{time}</Link>}
            <Badge tone={badge.tone}>{badge.words}</Badge>
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}

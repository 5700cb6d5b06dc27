import { Link } from "@remix-run/react";
import { useT } from "#app/texts/use.ts";
import { Badge, Heading } from "#app/ui/index.ts";
import type { ChainTold } from "./chain.server.ts";

/** One story on one page: the first visit and every one that makes it good, in order, with where each stands; nothing where there is only one. */
export function Chain({ chain, here }: { chain: ChainTold; here: string }) {
  const t = useT();
  if (chain.length === 0) return null;
  return (
    <section aria-labelledby="chain">
      <Heading level={2} size={3} id="chain">{t("rescue.chain.title")}</Heading>
      <ol className="mt-2 grid gap-3 border-l-2 border-line pl-4">
        {chain.map(({ id, reference, href, how, who, time, badge }) => (
          <li key={id} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted"><span>{how}</span><Badge tone={badge.tone}>{badge.words}</Badge></p>
            <p><b>{who}</b>, {time}</p>
            <p className="text-sm">{id === here ? <span aria-current="page">{reference} ({t("rescue.chain.here")})</span> : href ? <Link to={href} reloadDocument={href.includes("?key=")}>{reference}</Link> : reference}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

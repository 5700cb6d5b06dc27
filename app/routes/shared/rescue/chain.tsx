import { Link } from "@remix-run/react";
import type { ChainLink } from "#app/domain/rescue/rescue.queries.server.ts";
import { StateBadge } from "#app/routes/shared/booking/state.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useT } from "#app/texts/use.ts";
import { Badge, Heading } from "#app/ui/index.ts";

export type ChainShown = (Omit<ChainLink, "seen" | "unsolved"> & { href: string | null; unsolved?: boolean })[];

const made: readonly ChainLink["state"][] = ["reported", "signed_off", "closed"];

/** One story on one page: the first visit and every one that makes it good, in order, with where each stands; nothing where there is only one. */
export function Chain({ chain, here, now, professional, states, unsolved }: { chain: ChainShown; here: string; now: number; professional: string; states?: (state: ChainLink["state"]) => string; /** What a finished visit is called that is not solved, where its reader calls it so. */ unsolved?: string }) {
  const t = useT();
  const when = useWhen(now);
  if (chain.length === 0) return null;
  return (
    <section aria-labelledby="chain">
      <Heading level={2} size={3} id="chain">{t("rescue.chain.title")}</Heading>
      <ol className="mt-2 grid gap-3 border-l-2 border-line pl-4">
        {chain.map(({ id, reference, state, startsAt, follows, who, href, unsolved: isUnsolved }) => (
          <li key={id} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted"><span>{t(`rescue.chain.${follows ?? "first"}`)}</span>{unsolved && isUnsolved && made.includes(state) ? <Badge tone="warn">{unsolved}</Badge> : <StateBadge state={state === "signed_off" ? "closed" : state} words={states?.(state)} />}</p>
            <p><b>{who ?? professional}</b>, {when.at(startsAt)}</p>
            <p className="text-sm">{id === here ? <span aria-current="page">{reference} ({t("rescue.chain.here")})</span> : href ? <Link to={href} reloadDocument={href.includes("?key=")}>{reference}</Link> : reference}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

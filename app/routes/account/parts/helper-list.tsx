import { useEffect, useRef, useState } from "react";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, EmptyState, VisuallyHidden } from "#app/ui/index.ts";
import { Heart } from "#app/ui/icons.ts";
import { HelperRow, type ShownHelper } from "./helper-row.tsx";
import { afterLeaving } from "./leaving.ts";

/** Everybody who was remembered. */
export function HelperList({ rows, now }: { rows: ShownHelper[]; now: number }) {
  const t = useT();
  const locale = useLocale();
  const before = useRef(rows);
  const list = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState<string | null>(null);
  // The button that was pressed is gone with its row: whoever pressed it by key or hears the page goes on beside it.
  useEffect(() => {
    const gone = afterLeaving(before.current, rows);
    before.current = rows;
    if (!gone) return;
    setLeft(gone.left.name);
    (gone.next ? document.getElementById(`helper-${gone.next}`) : list.current)?.focus();
  }, [rows]);
  return (
    <div>
      <VisuallyHidden as="div"><span role="status">{left === null ? "" : t("together.helpers.forgotten", { name: left })}</span></VisuallyHidden>
      <div ref={list} tabIndex={-1} className="outline-none">
        {rows.length ? <ul className="grid">{rows.map((row) => <HelperRow key={row.id} row={row} now={now} />)}</ul> : (
          <EmptyState icon={Heart} title={t("together.helpers.noneTitle")} actions={<ButtonLink to={`/${locale}`}>{t("common.findHelp")}</ButtonLink>}>{t("together.helpers.noneWords")}</EmptyState>
        )}
      </div>
    </div>
  );
}

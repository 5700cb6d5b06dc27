import type { ReactNode, RefObject } from "react";
import { cx } from "../cx.ts";
import type { MapTexts } from "./types.ts";

type Props = { texts: MapTexts; className?: string; hasFailed: boolean; element: RefObject<HTMLDivElement>; children?: ReactNode };

/** The region a map stands in; the caller's class gives the height, so that nothing jumps when it arrives. */
export function MapFrame({ texts, className, hasFailed, element }: Props) {
  return (
    <section aria-label={texts.map} className={cx("relative isolate overflow-hidden bg-sunken", className ?? "h-96")}>
      <div ref={element} className="absolute inset-0" />
      {hasFailed && (
        <p role="status" className="absolute inset-0 grid place-items-center p-6 text-center text-muted">
          {texts.unavailable}
        </p>
      )}
      <noscript>
        <p className="absolute inset-0 grid place-items-center p-6 text-center text-muted">{texts.unavailable}</p>
      </noscript>
    </section>
  );
}

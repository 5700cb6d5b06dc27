import { bookingMoves, type Move } from "./booking.ts";

/** The states and moves as a Mermaid diagram; the README shows it and a test keeps it true. */
export function bookingDiagram(): string {
  const lines = Object.entries<Move>(bookingMoves).flatMap(([name, { from, to, by }]) => from.map((each) => `  ${each} --> ${to}: ${name} (${by.join(", ")})`));
  return ["stateDiagram-v2", "  [*] --> draft: hold", ...lines].join("\n");
}

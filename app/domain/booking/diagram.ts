import { bookingMoves, type BookingState, bookingStates, type Move, type Part } from "./booking.ts";

/** The states and moves as a Mermaid diagram; the README shows it and a test keeps it true. */
export function bookingDiagram(): string {
  const lines = Object.entries<Move>(bookingMoves).flatMap(([name, { from, to, by }]) => from.map((each) => `  ${each} --> ${to}: ${name} (${by.join(", ")})`));
  return ["stateDiagram-v2", "  [*] --> draft: hold", ...lines].join("\n");
}

const parts: readonly Part[] = ["customer", "visited", "helper", "staff", "system"];

/** State × move × actor × time as a Markdown table, from the same data: who may make which move from where, and until when. */
export function bookingTable(): string {
  const rows = bookingStates.flatMap((state: BookingState) =>
    Object.entries<Move>(bookingMoves).filter(([, { from }]) => from.includes(state)).map(([name, { to, by, when, effects }]) => `| ${state} | ${name} | ${to} | ${parts.map((part) => (by.includes(part) ? "yes" : "")).join(" | ")} | ${when ?? "at any time"} | ${effects.join(", ")} |`),
  );
  return ["| state | move | to | customer | visited | helper | staff | time | when | then |", "|---|---|---|---|---|---|---|---|---|---|", ...rows].join("\n");
}

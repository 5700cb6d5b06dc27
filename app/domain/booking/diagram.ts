import { moments, type TimeRule, bookingTimes } from "./booking.times.ts";
import { type BookingMove, bookingMoves, type BookingState, bookingStates, type Move, type Part } from "./booking.ts";

/** The states and moves as a Mermaid diagram; the README shows it and a test keeps it true. */
export function bookingDiagram(): string {
  const lines = Object.entries<Move>(bookingMoves).flatMap(([name, { from, to, by }]) => from.map((each) => `  ${each} --> ${to}: ${name} (${by.join(", ")})`));
  return ["stateDiagram-v2", "  [*] --> draft: hold", ...lines].join("\n");
}

const parts: readonly Part[] = ["customer", "visited", "helper", "staff", "system"];

/** One rule of time in words, with those whom it binds where that is not everybody. */
const ruleWords = (rule: TimeRule): string => `${"before" in rule ? `before ${moments[rule.before].words}` : `once ${moments[rule.from].words}`}${rule.by ? ` (${rule.by.map(partWord).join(", ")})` : ""}`;
const partWord = (part: Part): string => (part === "system" ? "time" : part);

/** State × move × actor × time as a Markdown table, from the same data: who may make which move from where, and when by the clock. */
export function bookingTable(): string {
  const moves = Object.entries<Move>(bookingMoves) as [BookingMove, Move][];
  const rows = bookingStates.flatMap((state: BookingState) =>
    moves.filter(([, { from }]) => from.includes(state)).map(([name, { to, by, when, effects }]) => `| ${state} | ${name} | ${to} | ${parts.map((part) => (by.includes(part) ? "yes" : "")).join(" | ")} | ${bookingTimes[name].map(ruleWords).join("; ") || "at any time"} | ${when ?? ""} | ${effects.join(", ")} |`),
  );
  return [`| state | move | to | ${parts.map(partWord).join(" | ")} | by the clock | when | then |`, `|${"---|".repeat(parts.length + 6)}`, ...rows].join("\n");
}

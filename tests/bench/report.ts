export type Line = { part: string; what: string; ours: string; baseline: string; aim: string; holds: boolean | null };

const columns = ["part", "what", "ours", "baseline", "aim"] as const;

/** The table, and plainly what falls short. */
export function print(lines: readonly Line[], about: Record<string, unknown>): void {
  const widths = columns.map((column) => Math.max(column.length, ...lines.map((line) => line[column].length)));
  const row = (cells: readonly string[], end: string) => `${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}  ${end}`.trimEnd();
  console.log(`\nNode ${about.node}, ${about.cpus} × ${about.cpu}, SQLite synchronous=FULL, production build, one process, load from this machine\n`);
  console.log(row(columns, ""));
  let part = "";
  for (const line of lines) {
    const first = line.part === part ? "" : line.part;
    part = line.part;
    console.log(row([first, line.what, line.ours, line.baseline, line.aim], line.holds === null ? "" : line.holds ? "holds" : "FALLS SHORT"));
  }
  const short = lines.filter(({ holds }) => holds === false);
  console.log(short.length === 0 ? "\nEvery aim holds." : `\nFalls short of its aim:\n${short.map(({ part: of, what, ours, aim }) => `- ${of}, ${what}: ${ours} (aim ${aim})`).join("\n")}`);
}

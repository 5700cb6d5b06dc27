import type { Progress } from "#db/seed/demo/world.ts";

const words: Record<string, string> = { company: "the company", helpers: "helpers", visits: "a year of visits", bookings: "current bookings", journal: "sealing the journal" };

/** One line that says how far the filling is: rewritten on a terminal, a line every few seconds elsewhere. */
export function progressLine(): { tell: Progress; end(last: string): void } {
  const started = Date.now();
  let last = 0;
  const show = (text: string) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${text}`);
    else if (Date.now() - last > 5000) console.log(text);
    else return;
    last = Date.now();
  };
  return {
    tell(what, done, of) {
      const part = of ? ` ${Math.round(((done ?? 0) / of) * 100)} %` : "";
      show(`Filling the demo: ${words[what] ?? what}${part} (${Math.round((Date.now() - started) / 1000)} s)`);
    },
    end(text) {
      if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
      console.log(`${text} ${Math.round((Date.now() - started) / 1000)} s`);
    },
  };
}

import type { Progress } from "#db/seed/demo/world.ts";

const words: Record<string, string> = { company: "the company", helpers: "helpers", visits: "a year of visits", bookings: "current bookings", journal: "sealing the journal" };

/** One line: rewritten in place on a terminal, a new line every five seconds elsewhere. */
function oneLine() {
  const started = Date.now();
  let last = 0;
  const seconds = () => Math.round((Date.now() - started) / 1000);
  return {
    show(text: string) {
      if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${text} (${seconds()} s)`);
      else if (Date.now() - last > 5000) console.log(`${text} (${seconds()} s)`);
      else return;
      last = Date.now();
    },
    end(text: string) {
      if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
      console.log(`${text} ${seconds()} s`);
    },
  };
}

/** How far the filling of the demo is. */
export function progressLine(): { tell: Progress; end(last: string): void } {
  const line = oneLine();
  return {
    tell(what, done, of) {
      line.show(`Filling the demo: ${words[what] ?? what}${of ? ` ${Math.round(((done ?? 0) / of) * 100)} %` : ""}`);
    },
    end: line.end,
  };
}

/** Says every second that work goes on and for how long, until `end`; `tell` names the part it has come to. */
export function waitingLine(first: string): { tell(text: string): void; end(last: string): void } {
  const line = oneLine();
  let text = first;
  line.show(text);
  const beat = setInterval(() => line.show(text), 1000);
  return {
    tell(next) {
      text = next;
      line.show(text);
    },
    end(last) {
      clearInterval(beat);
      line.end(last);
    },
  };
}

import type { Letter } from "#app/gateways/mail/mail.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import type { World } from "./world.ts";

/** A mail server that keeps what it is given: every letter, and the calendar file of one as its lines say. */
export function postOf({ app, clock }: World) {
  const letters: Letter[] = [];
  const posting = { ...app, mailer: { ...app.mailer, sends: true, send: async (letter: Letter) => void letters.push(letter) } };
  return {
    letters,
    /** Writes and sends whatever is due by a moment, now unless it is said; the letters that went out. */
    async deliver(at = clock.now()): Promise<Letter[]> {
      clock.advance(Math.max(0, at - clock.now()));
      const before = letters.length;
      await runDue(posting, { only: ["mail"] });
      return letters.slice(before);
    },
  };
}

/** The status and the sequence in a letter's calendar file, "CANCELLED 3"; null where none went with it. */
export function inCalendar(letter: Letter | undefined): string | null {
  const text = letter?.attachments?.[0]?.content ?? "";
  const said = (name: string) => new RegExp(`^${name}:(.*)\\r?$`, "m").exec(text)?.[1]?.trim();
  return text ? `${said("STATUS")} ${said("SEQUENCE")}` : null;
}

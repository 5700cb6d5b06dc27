export type Address = { name: string; address: string };

/** One mail to one reader; `id` makes its Message-ID, so that a repeated send is recognised as the same mail. */
export type Letter = {
  id: string;
  /** The booking it belongs to: mails about one booking lie in one thread. */
  threadId: string | null;
  from: Address;
  replyTo: Address;
  to: string;
  /** What it is about in one machine-readable word: "booking.requested". */
  topic: string;
  subject: string;
  html: string;
  text: string;
  attachments: { name: string; type: string; content: string }[];
};

export interface Mailer {
  /** False where nothing goes out and the outbox is all there is. */
  readonly sends: boolean;
  /** Resolves when the next server has taken the mail; rejects when it has not, for the job to try again. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { system } from "#app/domain/kernel/actor.ts";
import { later } from "#app/domain/kernel/later.server.ts";
import { minute } from "#app/jobs/job.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import { bookingRows } from "../support/mail.ts";
import { world } from "../support/world.ts";

const taken: { from: string; to: string[]; raw: string }[] = [];
let refuse: { at: "recipient" | "data"; code: number } | null = null;
const refusal = () => Object.assign(new Error("not now"), { responseCode: refuse?.code ?? 451 });

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_address, _session, next) => next(refuse?.at === "recipient" ? refusal() : null),
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
    stream.on("end", () => {
      if (refuse?.at === "data") return done(refusal());
      taken.push({ from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "", to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString("utf8") });
      done();
    });
  },
});
let smtpUrl = "";
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  smtpUrl = `smtp://127.0.0.1:${address.port}`;
});
afterAll(() => new Promise<void>((closed) => server.close(closed)));

let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  taken.splice(0);
  refuse = null;
  w = await world({ config: { smtpUrl, mailFrom: "quartier@nordlicht.example" } });
  await bookingRows(w.store, { locale: "de" });
});
afterEach(() => w.app.mailer.close());
const queue = async (kind: string, more: object = {}) => later(await w.as(system), "mail", { kind, bookingId: "b1", ...more });
const mails = () => w.store.db.select().from(w.store.t.mail);

it("A mail goes out in two parts, with umlauts, to be answered by the company", async () => {
  await w.store.db.update(w.store.t.helper).set({ displayName: "Zoë Ü." });
  await queue("booking.accepted.customer");
  await runDue(w.app);
  expect(taken).toMatchObject([{ from: "quartier@nordlicht.example", to: ["juerg@example.ch"] }]);
  const mail = await PostalMime.parse(taken[0]?.raw ?? "");
  const { brand } = await w.app.settings();
  expect(mail.from).toMatchObject({ name: brand.name, address: "quartier@nordlicht.example" });
  expect(mail.replyTo).toMatchObject([{ address: brand.supportEmail }]);
  expect(mail.subject).toMatch(/^Ihr Termin steht: Di/);
  expect(mail.text).toContain("Zoë Ü. kommt zu Ihnen.");
  expect(mail.html).toContain("Zoë Ü. kommt zu Ihnen.");
  const header = (key: string) => mail.headers.find((each) => each.key === key)?.value;
  expect(header("content-type")).toMatch(/^multipart\/mixed/);
  expect(taken[0]?.raw).toMatch(/Content-Type: multipart\/alternative/);
  expect(mail.attachments).toMatchObject([{ filename: "Q7K3-M9FX.ics", mimeType: "text/calendar", disposition: "attachment" }]);
  expect(header("auto-submitted")).toBe("auto-generated");
  expect(header("list-id")).toBe("<booking.nordlicht.example>");
  expect(header("references")).toBe("<b1@nordlicht.example>");
  const [row] = await mails();
  expect(mail.messageId).toBe(`<${row?.id}@nordlicht.example>`);
  expect(row?.sentAt).toBe(w.app.clock.business());
  for (const line of (taken[0]?.raw ?? "").split("\r\n")) expect(line.length).toBeLessThan(999);
});

it.each([{ at: "recipient", code: 450 }, { at: "data", code: 452 }] as const)("A mail that is refused at the $at is tried again and arrives once", async (how) => {
  refuse = how;
  await queue("booking.accepted.customer");
  await runDue(w.app);
  expect(taken).toEqual([]);
  const [job] = await w.store.db.select().from(w.store.t.job);
  expect(job).toMatchObject({ state: "queued", attempts: 1 });
  expect(job?.lastError).not.toContain("juerg@example.ch");
  expect(await mails()).toMatchObject([{ sentAt: null }]);
  refuse = null;
  w.clock.advance(minute);
  await runDue(w.app);
  await runDue(w.app);
  expect(taken).toHaveLength(1);
  expect((await mails()).map((mail) => mail.sentAt)).toEqual([w.app.clock.business()]);
});

it("A server that is not there makes the mail wait, not vanish", async () => {
  w.app.mailer.close();
  w = await world({ config: { smtpUrl: "smtp://127.0.0.1:1" } });
  await bookingRows(w.store);
  await queue("booking.accepted.customer");
  await runDue(w.app);
  expect(await w.store.db.select().from(w.store.t.job)).toMatchObject([{ state: "queued", attempts: 1 }]);
});

it("A code goes out to its reader and is not kept", async () => {
  await later(await w.as(system), "mail", { kind: "sign-in", email: "anna@example.ch", locale: "de", data: { code: "493017", link: "http://localhost:3000/de/sign-in/link/geheim", minutes: 10 } });
  await runDue(w.app);
  const mail = await PostalMime.parse(taken[0]?.raw ?? "");
  expect(mail.text).toContain("493017");
  expect(mail.text).toContain("/de/sign-in/link/geheim");
  expect(JSON.stringify([await mails(), await w.store.db.select().from(w.store.t.job)])).not.toMatch(/493017|geheim/);
});

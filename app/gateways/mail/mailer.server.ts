import { createTransport } from "nodemailer";
import type { Letter, Mailer } from "./mail.ts";

/** Mail through any SMTP server (`smtp://user:pass@host:587`, `smtps://…`); without an address nothing goes out. */
export function openMailer({ smtpUrl }: { smtpUrl: string | undefined }): Mailer {
  if (!smtpUrl) return { sends: false, send: async () => undefined, close: () => undefined };
  const transport = createTransport(smtpUrl, {});
  const timed = transport as typeof transport & { options: { connectionTimeout?: number; greetingTimeout?: number; socketTimeout?: number } };
  Object.assign(timed.options, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  return {
    sends: true,
    async send(letter) {
      await transport.sendMail(messageOf(letter));
    },
    close: () => transport.close(),
  };
}

/** The letter as nodemailer wants it, with the headers that keep robots from answering and threads together. */
function messageOf(letter: Letter) {
  const domain = letter.from.address.split("@")[1] ?? "localhost";
  return {
    messageId: `<${letter.id}@${domain}>`,
    ...(letter.threadId && { references: `<${letter.threadId}@${domain}>` }),
    from: letter.from,
    replyTo: letter.replyTo,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    attachments: letter.attachments.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    headers: {
      "Auto-Submitted": "auto-generated",
      "List-Id": { prepared: true, value: `<${letter.topic.split(".")[0]}.${domain}>` },
      "X-Topic": letter.topic,
    },
  };
}

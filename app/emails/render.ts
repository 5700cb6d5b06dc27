import { translator } from "#app/texts/registry.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { type FactName, type MailKind, type MailKindName, mailKinds } from "./catalogue.ts";
import { htmlOf, textOf } from "./layout.ts";
import { actionHref } from "./links.ts";
import { factValue, type MailFacts, textValues } from "./words.ts";

/** What a mail says, before it is HTML or plain text. */
export type MailContent = {
  locale: string;
  brand: { name: string; accent: string; address: string };
  subject: string;
  hello: string;
  words: string;
  /** The picture of who comes. */
  portrait: { src: string; name: string } | null;
  facts: { name: FactName; label: string; value: string }[];
  nextTitle: string;
  next: string;
  action: { label: string; href: string } | null;
  linkHelp: string;
  foot: string[];
};

const whys = { customer: "whyBooking", helper: "whyHelper", account: "whyAccount", area: "whyArea", staff: "whyStaff" } as const;

/** Writes one mail in its reader's language; `kept` is the copy for the archive, without codes and links that sign in. */
export function renderMail(name: MailKindName, facts: MailFacts, copy: "sent" | "kept" = "sent"): { subject: string; html: string; text: string } {
  const kind: MailKind = mailKinds[name];
  const { reader, booking, brand } = facts;
  const t = translator(reader.locale);
  const say = (key: string) => t(`mail.${key}` as TextKey, values);
  const values = textValues(t, facts);
  const told = booking && kind.instead?.(booking, facts.now, facts.data);
  const group = told?.texts ?? kind.texts;
  const action = told?.action ?? kind.action;
  const hidden = kind.secret && copy === "kept";
  const lines = kind.facts.filter((fact) => !hidden || fact !== "code").flatMap((fact) => {
    const value = factValue(fact, t, facts, values);
    return value ? [{ name: fact, label: say(`facts.${fact}`), value }] : [];
  });
  const content: MailContent = {
    locale: reader.locale,
    brand: { name: brand.name, accent: brand.accent, address: brand.address },
    subject: say(`${group}.subject`),
    hello: say(reader.name ? "hello" : "helloAll"),
    words: say(`${group}.${told?.words ?? "words"}`),
    portrait: kind.portrait && booking?.helperPhotoFileId ? { src: `${facts.origin}/files/${booking.helperPhotoFileId}`, name: booking.helperName ?? "" } : null,
    facts: lines,
    nextTitle: say("nextTitle"),
    next: say(`${group}.${told?.next ?? "next"}`),
    action: action && !hidden ? { label: say(`${group}.action`), href: actionHref(action, facts) } : null,
    linkHelp: say("foot.link"),
    foot: [hidden ? say("foot.hidden") : "", say("foot.question"), booking ? say("foot.reference") : "", say(`foot.${whys[reader.part]}`)].filter(Boolean),
  };
  return { subject: content.subject, html: htmlOf(content), text: textOf(content) };
}

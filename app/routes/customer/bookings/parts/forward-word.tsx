import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { useT } from "#app/texts/use.ts";
import { Button, Heading, Icon, Muted, Row, SubmitButton, useHydrated } from "#app/ui/index.ts";
import { Check, Copy, FileText, MessageCircle, Trash2 } from "#app/ui/icons.ts";
import type { Forward } from "./forward.server.ts";

const hints = { never: "together.people.forwardHint", later: "together.people.forwardMailed", told: "together.people.forwardTold" } as const;

/** The word to whoever is visited, as plain text to mark and send on; the buttons come with JavaScript. */
export function ForwardWord({ forward, sheet }: { forward: Forward; sheet: string }) {
  const t = useT();
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(forward.words).then(() => setCopied(true)).catch(() => undefined);
  const share = () => void navigator.share({ text: forward.words }).catch(() => undefined);
  return (
    <section aria-labelledby="forward" className="grid gap-3 border-t border-line pt-6">
      <Heading level={2} size={3} id="forward">{t("together.people.forward", { name: forward.name })}</Heading>
      <Muted>{t(hints[forward.mailed], { name: forward.name })}</Muted>
      <blockquote lang={forward.locale} className="border-l-4 border-accent pl-5 whitespace-pre-line wrap-anywhere">{forward.words}</blockquote>
      {forward.watcherId ? <p id="forward-link" className="q-muted">{t("together.people.forwardLink", { name: forward.name })}</p> : null}
      <Row gap={2}>
        {hydrated ? <Button type="button" variant="secondary" size="small" icon={copied ? Check : Copy} onClick={copy}>{t(copied ? "together.people.copied" : "together.people.copy")}</Button> : null}
        {hydrated && typeof navigator.share === "function" ? <Button type="button" variant="secondary" size="small" icon={MessageCircle} onClick={share}>{t("together.people.share")}</Button> : null}
        {forward.watcherId ? (
          <Form method="post">
            <input type="hidden" name="watcher" value={forward.watcherId} />
            <input type="hidden" name="all" value="on" />
            <SubmitButton name="intent" value="remove" variant="quiet" size="small" icon={Trash2} aria-describedby="forward-link">{t("together.people.takeBack")}</SubmitButton>
          </Form>
        ) : null}
        <Link to={sheet} className="inline-flex min-h-11 items-center gap-2"><Icon icon={FileText} /><span>{t("together.people.sheet")}</span></Link>
      </Row>
    </section>
  );
}

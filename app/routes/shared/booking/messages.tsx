import { Form } from "@remix-run/react";
import { KeyRound, Send } from "#app/ui/icons.ts";
import type { MessageShown } from "#app/domain/booking/booking.views.ts";
import type { FormState } from "#app/http/form.server.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useT } from "#app/texts/use.ts";
import { cx, FileField, Icon, Notice, SubmitButton, TextArea } from "#app/ui/index.ts";
import { Photos } from "./photos.tsx";
import { useWhen } from "./when.ts";

export type Author = MessageShown["author"];
/** What the action of a message form answers: the words again, pictures that are stored already, and whether a secret seems to be among the words. */
export type MessageState = FormState & { photos?: string[]; looksSecret?: boolean };

/** The conversation about one visit, the oldest first; one's own words stand to the right. */
export function MessageThread({ messages, me, names, now, you }: { messages: readonly MessageShown[]; me: Author; names: Readonly<Record<Author, string>>; now: number; /** Whose side it is, where the reader acts for somebody else. */ you?: string | null }) {
  const t = useT();
  const when = useWhen(now);
  if (messages.length === 0) return <p className="q-muted">{t("booking.messages.none")}</p>;
  return (
    <ol className="grid gap-3">
      {messages.map(({ id, author, words, at, looksSecret, fileIds, by }) => (
        <li key={id} className={cx("grid max-w-[34rem] gap-2 rounded-lg px-4 py-3", author === me ? "ml-8 justify-self-end bg-accent-soft" : "mr-8 justify-self-start bg-sunken")}>
          <p className="text-sm"><b>{author === me ? (you || t("booking.messages.you")) : (by ?? names[author])}</b> <span className="text-muted">{when.at(at)}</span></p>
          {words ? <p className="whitespace-pre-line break-words">{words}</p> : null}
          <Photos ids={fileIds} />
          {looksSecret ? <p className="flex gap-2 text-sm text-warn"><Icon icon={KeyRound} size={18} /><span>{t("booking.messages.secretSent")}</span></p> : null}
        </li>
      ))}
    </ol>
  );
}

/** Writes a message; `intent` is "message". What looks like a password is asked about before it is sent. */
export function MessageForm({ to, state, action }: { to: string; state?: MessageState; action?: string }) {
  const t = useT();
  const photos = state?.photos ?? [];
  const error = (field: string) => (state?.errors[field] ? t(state.errors[field] as TextKey) : undefined);
  return (
    <Form method="post" encType="multipart/form-data" action={action} className="grid gap-4" key={state ? "again" : "new"}>
      {state?.looksSecret ? <Notice tone="warn" role="alert" icon={KeyRound} title={t("booking.messages.secretTitle")}>{t("booking.messages.secretWords")}</Notice> : null}
      <TextArea name="words" label={t("booking.messages.write", { who: to })} hint={t("booking.messages.hint")} error={error("words")} defaultValue={String(state?.values.words ?? "")} maxLength={4000} rows={3} />
      {photos.map((id) => <input key={id} type="hidden" name="fileIds" value={id} />)}
      <Photos ids={photos} />
      <FileField name="photos" label={t("booking.photos.add")} optional={t("common.optional")} hint={t("booking.photos.hint")} error={error("photos")} multiple />
      {state?.looksSecret ? <input type="hidden" name="anyway" value="1" /> : null}
      <div>
        <SubmitButton name="intent" value="message" variant="secondary" icon={Send} pendingLabel={t("common.sending")}>{t(state?.looksSecret ? "booking.messages.sendAnyway" : "booking.messages.send")}</SubmitButton>
      </div>
    </Form>
  );
}

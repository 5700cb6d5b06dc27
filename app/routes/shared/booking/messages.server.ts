import { postMessage } from "#app/domain/messaging/messaging.commands.server.ts";
import { looksSecret } from "#app/domain/messaging/messaging.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { type Args, contextFor } from "#app/http/context.server.ts";
import { formAgain, typedValues } from "#app/http/form.server.ts";
import { readUpload, storeUploads } from "#app/http/uploads.server.ts";
import type { MessageState } from "./messages.tsx";

const idForm = /^[0-9a-f-]{8,64}$/;

/**
 * Reads a message form and sends it; null when it was sent, else the form again with its words and pictures.
 * What looks like a password is asked about first, so that nobody sends one by accident.
 */
export async function answerMessage(args: Args, bookingId: string): Promise<ReturnType<typeof formAgain> | null> {
  const { form, files } = await readUpload(args.request, "photos");
  const ctx = await contextFor(args);
  const words = String(form.get("words") ?? "").trim();
  const { stored, refused } = await storeUploads(args, bookingId, "message", files);
  const photos = [...form.getAll("fileIds").filter((id): id is string => typeof id === "string" && idForm.test(id)), ...stored].slice(0, 8);
  const again = (state: Partial<MessageState>, status = 400) => formAgain({ values: typedValues(form), errors: {}, photos, ...state } as MessageState, status);
  if (refused.length) return again({ errors: { photos: `booking.refused.${refused[0]?.refusal}` } });
  if (looksSecret(words) && form.get("anyway") !== "1") return again({ looksSecret: true });
  const posted = await postMessage(ctx, bookingId, { words, fileIds: photos });
  if (posted.ok) return null;
  if (posted.refusal === "invalid") return again({ errors: (posted.detail ?? {}) as Record<string, string> });
  return again({ refusal: posted.refusal, errors: { words: `booking.refused.${posted.refusal}` } }, statusOf(posted.refusal));
}

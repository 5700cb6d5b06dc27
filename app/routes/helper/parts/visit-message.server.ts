import { data, redirect } from "@remix-run/node";
import { looksSecret } from "#app/domain/messaging/messaging.ts";
import { postMessage } from "#app/domain/messaging/messaging.commands.server.ts";
import { messageSchema } from "#app/domain/messaging/messaging.schema.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import type { Args } from "#app/http/context.server.ts";
import { readForm, typedValues } from "#app/http/form.server.ts";
import { readUpload, storeUploads } from "#app/http/uploads.server.ts";
import type { MessageState } from "#app/routes/shared/booking/messages.tsx";
import { helperPath } from "./paths.ts";

/** Message forms carry pictures; the steps of a visit do not. */
export const isMessage = (request: Request): boolean => (request.headers.get("content-type") ?? "").startsWith("multipart/form-data");

/** Writes to the customer; pictures that are stored stay attached when the words must be mended. */
export async function writeMessage(args: Args, ctx: Context, id: string) {
  const { form, files } = await readUpload(args.request, "photos");
  const { stored, refused } = await storeUploads(args, id, "message", files);
  const photos = [...form.getAll("fileIds").map(String), ...stored];
  const again = (errors: MessageState["errors"], more: Partial<MessageState> = {}, status = 400) => data({ message: { values: typedValues(form), errors, photos, ...more } satisfies MessageState }, { status });
  if (refused.length) return again({ photos: refused.some(({ refusal }) => refusal === "picture-too-large") ? "errors.field.fileTooLarge" : "errors.field.file" });
  const read = readForm(form, messageSchema);
  if (!read.ok && !(photos.length && !String(form.get("words") ?? "").trim())) return again(read.state.errors);
  const words = String(form.get("words") ?? "");
  if (looksSecret(words) && !form.has("anyway")) return again({}, { looksSecret: true });
  const result = await postMessage(ctx, id, { words, fileIds: photos });
  if (result.ok) return redirect(`${helperPath(ctx.locale, `visits/${id}`)}?done=written#messages`);
  if (result.refusal === "not-found") throw notFound();
  return again({ words: "errors.field.invalid" }, { refusal: result.refusal }, statusOf(result.refusal));
}

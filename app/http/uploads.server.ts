import { forgetPicture, pictureFolder, savePicture } from "#app/gateways/files/pictures.server.ts";
import { pictureLimits, type FilePurpose, type PictureRefusal } from "#app/domain/files/files.ts";
import { storePicture } from "#app/domain/files/files.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { contextFor, type Args } from "./context.server.ts";
import { holdsZero } from "./form.server.ts";

/** The largest form that is read. */
const formAtMost = 20 * 1_048_576;
const picturesAtOnce = 8;

export type Sent = { form: FormData; files: File[] };
export type UploadRefusal = PictureRefusal | "too-many-pictures" | "not-found";
/** What became of the pictures of one form: ids of those that are stored, and why others are not. */
export type Uploaded = { stored: string[]; refused: { name: string; refusal: UploadRefusal }[] };

/**
 * Reads a form with files; breaks off with 413 as soon as it is longer than allowed, 400 when it is no form.
 * `field` names the file field; its files leave the form, so that what remains are words.
 */
export async function readUpload(request: Request, field: string): Promise<Sent> {
  let length = 0;
  let tooLarge = false;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        length += chunk.byteLength;
        tooLarge = length > formAtMost;
        if (tooLarge) controller.error(new Error("The form is larger than allowed"));
        else controller.enqueue(chunk);
      },
    }),
  );
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers: { "content-type": request.headers.get("content-type") ?? "" }, body: counted ?? null, duplex: "half" };
  const form = await new Request(request.url, init).formData().catch(() => {
    throw tooLarge ? new Response("too-large", { status: 413 }) : new Response("invalid", { status: 400 });
  });
  if (holdsZero(form)) throw new Response("invalid", { status: 400 });
  // A file field that nobody filled sends one empty file.
  const files = form.getAll(field).filter((value): value is File => typeof value !== "string" && value.size > 0);
  form.delete(field);
  return { form, files };
}

/** Re-encodes and stores the pictures of one form for a booking; every refusal names the file and why. */
export async function storeUploads(args: Args, bookingId: string | null, purpose: FilePurpose, files: readonly File[], given?: Context): Promise<Uploaded> {
  const folder = pictureFolder(args.context.app.config.varDir);
  const ctx = given ?? (await contextFor(args));
  const done: Uploaded = { stored: [], refused: [] };
  for (const [index, file] of files.entries()) {
    const name = file.name.slice(0, 80);
    if (index >= picturesAtOnce) {
      done.refused.push({ name, refusal: "too-many-pictures" });
      continue;
    }
    if (file.size > pictureLimits.bytes) {
      done.refused.push({ name, refusal: "picture-too-large" });
      continue;
    }
    const saved = await savePicture(folder, ctx.newId(), new Uint8Array(await file.arrayBuffer()));
    if (!saved.ok) {
      done.refused.push({ name, refusal: saved.refusal });
      continue;
    }
    const kept = await storePicture(ctx, { picture: saved.value, purpose, bookingId });
    if (kept.ok) done.stored.push(kept.value.fileId);
    else {
      await forgetPicture(folder, saved.value.id);
      done.refused.push({ name, refusal: kept.refusal as UploadRefusal });
    }
  }
  return done;
}

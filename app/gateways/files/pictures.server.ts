import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { type Picture, pictureLimits, type PictureRefusal } from "#app/domain/files/files.ts";
import { ok, refuse, type Result } from "#app/domain/kernel/result.ts";

const formats: readonly string[] = ["jpeg", "png", "webp"];

/**
 * Re-encodes a picture and saves it as `<folder>/<aa>/<id>.webp`: upright, at most 2000 pixels a side, without any metadata.
 * The bytes decide what it is, never its name. Refusals: picture-too-large (over 10 MB), picture-too-many-pixels (over 50 million), picture-type, picture-broken.
 */
export async function savePicture(folder: string, id: string, bytes: Uint8Array): Promise<Result<Picture, PictureRefusal>> {
  if (bytes.byteLength > pictureLimits.bytes) return refuse("picture-too-large");
  const head = await sharp(bytes, { limitInputPixels: false, failOn: "error" }).metadata().catch(() => null);
  if (!head || !formats.includes(head.format ?? "")) return refuse("picture-type");
  if ((head.width ?? 0) * (head.height ?? 0) > pictureLimits.pixels) return refuse("picture-too-many-pixels");
  const made = await sharp(bytes, { limitInputPixels: pictureLimits.pixels, failOn: "error" })
    .rotate()
    .resize({ width: pictureLimits.side, height: pictureLimits.side, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (!made) return refuse("picture-broken");
  const file = pathOf(folder, id);
  await mkdir(path.dirname(file), { recursive: true });
  // A half-written picture never has its final name.
  await writeFile(`${file}.part`, made.data);
  await rename(`${file}.part`, file);
  return ok({ id, mime: "image/webp", width: made.info.width, height: made.info.height, bytes: made.data.byteLength });
}

/** The bytes of a saved picture, or null. */
export const readPicture = (folder: string, id: string): Promise<Buffer | null> => readFile(pathOf(folder, id)).catch(() => null);

/** Deletes what was saved for a row that could not be stored. */
export const forgetPicture = (folder: string, id: string): Promise<void> => rm(pathOf(folder, id), { force: true });

/** Where pictures lie: outside `public/`, so that only the policy gives them out. */
export const pictureFolder = (varDir: string): string => path.join(varDir, "files");

const idForm = /^[0-9a-f-]{8,64}$/;
/** The last two characters name the folder, because a UUIDv7 begins with the time. */
function pathOf(folder: string, id: string): string {
  if (!idForm.test(id)) throw new Error("Not the id of a picture");
  return path.join(folder, id.slice(-2), `${id}.webp`);
}

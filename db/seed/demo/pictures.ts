import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createAvatar } from "@dicebear/core";
import * as notionists from "@dicebear/notionists";
import sharp from "sharp";
import type { Picture } from "#app/domain/files/files.ts";

/** Quiet paper tones behind the drawn heads. */
const papers = ["e6ece4", "efe7da", "e3e9ee", "f0e4e0", "e9e6f0", "e4eeea"];

/** A drawn portrait (Notionists by Zoish, CC0), the same for the same name; no photograph of anybody. */
export async function drawPortrait(folder: string, id: string, seed: string, storedAs: (folder: string, id: string) => string): Promise<Picture> {
  const svg = createAvatar(notionists, { seed, backgroundColor: papers, radius: 0 }).toString();
  const { data, info } = await sharp(Buffer.from(svg), { density: 144 }).resize(384, 384).webp({ quality: 78 }).toBuffer({ resolveWithObject: true });
  const file = storedAs(folder, id);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, data);
  return { id, mime: "image/webp", width: info.width, height: info.height, bytes: data.length };
}

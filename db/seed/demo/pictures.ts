import { createAvatar } from "@dicebear/core";
import * as notionists from "@dicebear/notionists";
import sharp from "sharp";
import type { Picture } from "#app/domain/files/files.ts";
import { must } from "#app/domain/kernel/result.ts";
import { pictureFolder, savePicture } from "#app/gateways/files/pictures.server.ts";

/** Quiet paper tones behind the drawn heads. */
const papers = ["e6ece4", "efe7da", "e3e9ee", "f0e4e0", "e9e6f0", "e4eeea"];

/** A drawn portrait (Notionists by Zoish, CC0), the same for the same name; no photograph of anybody. */
export async function drawPortrait(varDir: string, id: string, seed: string): Promise<Picture> {
  const svg = createAvatar(notionists, { seed, backgroundColor: papers, radius: 0 }).toString();
  const drawn = await sharp(Buffer.from(svg), { density: 96 }).resize(384, 384).png({ compressionLevel: 1 }).toBuffer();
  return must(await savePicture(pictureFolder(varDir), id, drawn));
}

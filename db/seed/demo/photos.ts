import sharp from "sharp";
import { storePicture } from "#app/domain/files/files.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { pictureFolder, savePicture } from "#app/gateways/files/pictures.server.ts";

/** Plain drawings on a wall and a board, as if somebody had photographed the thing; nothing of anybody's home. */
const drawings: Record<"router" | "boiler" | "lamp" | "screen" | "meter", string> = {
  router: '<rect x="170" y="250" width="300" height="90" rx="14" fill="#2f3437"/><path d="M210 250V130M430 250V130" stroke="#2f3437" stroke-width="12"/><circle cx="215" cy="300" r="9" fill="#7fbf7a"/><circle cx="250" cy="300" r="9" fill="#d9a441"/><circle cx="285" cy="300" r="9" fill="#c4452f"/><path d="M470 310h90v110" fill="none" stroke="#d8c35a" stroke-width="8"/>',
  boiler: '<rect x="220" y="60" width="200" height="320" rx="46" fill="#f4f4f1" stroke="#b9b7ae" stroke-width="5"/><circle cx="320" cy="300" r="38" fill="#fff" stroke="#77756c" stroke-width="5"/><path d="M320 300l20-24" stroke="#c4452f" stroke-width="6"/><path d="M270 380v80M370 380v80" stroke="#b0763a" stroke-width="12"/>',
  lamp: '<path d="M320 20v120" stroke="#4b4a45" stroke-width="6"/><path d="M230 250l50-110h80l50 110z" fill="#7d9a86"/><circle cx="320" cy="268" r="38" fill="#f2dd9a" stroke="#b39c4e" stroke-width="4"/>',
  screen: '<rect x="130" y="90" width="380" height="230" rx="12" fill="#23272a"/><rect x="146" y="106" width="348" height="198" fill="#54708a"/><path d="M300 170l40 70M340 170l-40 70" stroke="#fff" stroke-width="10"/><rect x="270" y="320" width="100" height="40" fill="#23272a"/>',
  meter: '<rect x="220" y="80" width="200" height="260" rx="18" fill="#f4f4f1" stroke="#8d8b82" stroke-width="6"/><rect x="250" y="120" width="140" height="52" rx="6" fill="#c9d3c2"/><path d="M270 146h22m14 0h22m14 0h22" stroke="#23272a" stroke-width="12"/><circle cx="290" cy="240" r="12" fill="#c4452f"/><path d="M320 340v110" stroke="#4b4a45" stroke-width="12"/>',
};
const drawnFor: Readonly<Record<string, keyof typeof drawings>> = {
  "router-setup": "router", "better-wlan": "router", "tv-box": "screen", "video-calls": "screen", "mail-devices": "screen", "hot-water-standby": "boiler", "gas-heater": "boiler", "building-tech": "boiler", "light-bulbs": "lamp", "socket-fuse": "lamp",
};

/** A picture for a draft of this service, stored as a customer's own; services without a drawing of their own show the meter. `ctx` is the customer's. */
export async function tellPhoto(ctx: Context, varDir: string, bookingId: string, serviceCode: string): Promise<void> {
  const drawing = drawnFor[serviceCode] ?? "meter";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#e9e4d8"/><rect y="430" width="640" height="50" fill="#b99f7d"/>${drawings[drawing]}</svg>`;
  const drawn = await sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer();
  const picture = must(await savePicture(pictureFolder(varDir), ctx.newId(), drawn));
  must(await storePicture(ctx, { picture, purpose: "booking", bookingId }));
}

import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { forgetPicture, readPicture, savePicture } from "#app/gateways/files/pictures.server.ts";
import { must } from "#app/domain/kernel/result.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "quartier-pictures-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const id = "0190a0b0-c0d0-7000-8000-00000000000f";
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#1f5f4a" } });

describe("a picture", () => {
  it("comes back upright, smaller, as webp and without what the camera wrote into it", async () => {
    const shot = await plain(3000, 1000).withExif({ IFD0: { Make: "Kamera", Copyright: "Anna Muster" } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await sharp(shot).metadata()).exif).toBeDefined();
    expect(must(await savePicture(folder, id, shot))).toMatchObject({ id, mime: "image/webp", width: 667, height: 2000 });
    const kept = (await readPicture(folder, id)) ?? Buffer.alloc(0);
    const { format, exif, orientation, icc, xmp } = await sharp(kept).metadata();
    expect({ format, exif, orientation, icc, xmp }).toEqual({ format: "webp", exif: undefined, orientation: undefined, icc: undefined, xmp: undefined });
    await forgetPicture(folder, id);
    expect(await readPicture(folder, id)).toBeNull();
  });

  it("is never made larger than it was", async () => {
    expect(must(await savePicture(folder, id, await plain(40, 30).png().toBuffer()))).toMatchObject({ width: 40, height: 30 });
  });

  it("is refused by name: too heavy, too many pixels, another type, broken", async () => {
    const refusal = async (bytes: Uint8Array) => {
      const result = await savePicture(folder, id, bytes);
      return result.ok ? "ok" : result.refusal;
    };
    expect(await refusal(new Uint8Array(10 * 1024 * 1024 + 1))).toBe("picture-too-large");
    expect(await refusal(await plain(8000, 7000).png({ compressionLevel: 9 }).toBuffer())).toBe("picture-too-many-pixels");
    expect(await refusal(await plain(10, 10).gif().toBuffer())).toBe("picture-type");
    expect(await refusal(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>"))).toBe("picture-type");
    expect(await refusal(Buffer.from("no picture"))).toBe("picture-type");
    const whole = await plain(400, 400).jpeg().toBuffer();
    expect(await refusal(whole.subarray(0, 300))).toMatch(/picture-(broken|type)/);
  });

  it("never leaves its folder, whatever its id says", async () => {
    await expect(async () => savePicture(folder, "../../evil", await plain(4, 4).png().toBuffer())).rejects.toThrow();
    expect(() => readPicture(folder, "../passwd")).toThrow();
  });
});

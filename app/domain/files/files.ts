/** What a picture was stored for. */
export type FilePurpose = "booking" | "message" | "report" | "portrait";

/** A picture as the gateway made it: re-encoded, without metadata, upright, saved under its id. */
export type Picture = { id: string; mime: string; width: number; height: number; bytes: number };

/** What a picture may be before it is re-encoded; the refusals name the limit that it broke. */
export const pictureLimits = { bytes: 10 * 1024 * 1024, pixels: 50_000_000, side: 2000, types: ["image/jpeg", "image/png", "image/webp"] } as const;
export type PictureRefusal = "picture-too-large" | "picture-too-many-pixels" | "picture-type" | "picture-broken";

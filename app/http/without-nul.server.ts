import { Transform } from "node:stream";

/**
 * Takes NUL bytes out of a piece of a page. React 18 writes its 2 kB buffer whole, also where a letter of several bytes no longer
 * fitted: the gap arrives as NUL and shows as a replacement sign beside an umlaut. No page has a NUL of its own.
 */
export const trimmed = (piece: Buffer): Buffer => (piece.includes(0) ? Buffer.from(piece.filter((byte) => byte !== 0)) : piece);

/** The same for a stream of pieces. */
export const withoutNul = (): Transform => new Transform({ transform: (chunk: Buffer, _encoding, done) => done(null, trimmed(chunk)) });

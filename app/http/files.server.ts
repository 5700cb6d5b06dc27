import { fileFor } from "#app/domain/files/files.queries.server.ts";
import { pictureFolder, readPicture } from "#app/gateways/files/pictures.server.ts";
import { found } from "./answer.server.ts";
import { contextFor, type Args } from "./context.server.ts";

/** The bytes of a picture for whoever may see it; a stranger's is not found. A stored picture never changes. */
export async function serveFile(args: Args): Promise<Response> {
  const ctx = await contextFor(args);
  const file = found(await fileFor(ctx, args.params.fileId ?? ""));
  const etag = `"${file.id}"`;
  const headers = {
    "Content-Type": file.mime,
    "Content-Length": String(file.bytes),
    "X-Content-Type-Options": "nosniff",
    "Content-Disposition": "inline",
    "Cache-Control": file.shared ? "public, max-age=86400" : "private, max-age=300",
    ETag: etag,
  };
  if (args.request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: { ETag: etag, "Cache-Control": headers["Cache-Control"] } });
  return new Response(new Uint8Array(found(await readPicture(pictureFolder(args.context.app.config.varDir), file.storedAs))), { headers });
}

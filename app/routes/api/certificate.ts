import { publicCertificate } from "#app/domain/certification/certification.queries.server.ts";
import { endpoint, iso, readOnly } from "./answer.server.ts";
import { contract } from "./contract.server.ts";

/** `GET /api/v1/certificates/:number`. */
export const loader = endpoint(contract.certificate, 60, async (ctx, { number }) => {
  const row = await publicCertificate(ctx, number);
  if (!row) return null;
  const { standing } = row;
  return { number: row.number, holder: row.holder, programme: row.programme.name[ctx.locale], issued: iso(row.issuedAt), valid: standing.valid, validUntil: standing.valid ? iso(standing.until) : null, notValidSince: standing.valid ? null : iso(standing.since) };
});
export const action = readOnly;

import Papa from "papaparse";

/** A CSV download: semicolons and a byte-order mark, so that a Swiss spreadsheet opens it as it is; cells that begin like a formula are defused. */
export function csv(name: string, rows: Record<string, string | number | null>[]): Response {
  const text = Papa.unparse(rows, { delimiter: ";", newline: "\r\n", escapeFormulae: true });
  return new Response(`\uFEFF${text}\r\n`, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" } });
}

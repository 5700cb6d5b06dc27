import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { withoutNul } from "#app/http/without-nul.server.ts";

it("a page with umlauts at any place arrives without a NUL byte and without losing a letter", async () => {
  for (let shift = 0; shift < 8; shift++) {
    const words = Array.from({ length: 3000 }, (_, i) => `${"x".repeat(i % 7)}Einsätze«ü» `).join("");
    const rows = Array.from({ length: 12 }, (_, i) => <p key={i} title={`${"a".repeat(shift)}Öffnungszeiten für Gäste`}>{words.slice(i * 300, i * 300 + 250)}</p>);
    const parts: Buffer[] = [];
    await new Promise<void>((resolve, reject) => {
      const body = withoutNul();
      body.on("data", (part: Buffer) => parts.push(part)).on("end", resolve).on("error", reject);
      const { pipe } = renderToPipeableStream(<main>{rows}</main>, { onAllReady: () => void pipe(body) });
    });
    const page = Buffer.concat(parts).toString("utf8");
    expect(page).not.toMatch(/\0|\uFFFD/);
    expect(page.match(/Öffnungszeiten für Gäste/g)?.length).toBe(12);
  }
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconSheet } from "#app/commands/icon-sheet.ts";

test("the sheet holds every icon that the screens name, drawn as the icon set draws it", async () => {
  expect(readFileSync("app/ui/icons.svg", "utf8")).toBe(await iconSheet());
});

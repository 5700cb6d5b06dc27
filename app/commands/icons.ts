import { writeFileSync } from "node:fs";
import { iconSheet } from "./icon-sheet.ts";

/** `npm run icons`: draws app/ui/icons.svg anew from the names in app/ui/icons.ts. */
writeFileSync("app/ui/icons.svg", await iconSheet());

import { killedOn } from "./killed.ts";

killedOn("postgres");

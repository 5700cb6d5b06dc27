import { contestOn } from "./contested.ts";

contestOn("sqlite");

import { contestOn } from "./contested.ts";

contestOn("postgres");

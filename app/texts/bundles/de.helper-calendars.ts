import { screen } from "../de/calendars.json";

/** Problems and instructions are told by the server, already in words. */
const calendars = { screen };
export default { calendars };

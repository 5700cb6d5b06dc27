import { me } from "../de/helper.json";
import { screen } from "../de/calendars.json";

/** Problems and instructions are told by the server, already in words. */
const calendars = { screen };
const helper = { me };
export default { calendars, helper };

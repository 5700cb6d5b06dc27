import { me } from "../it/helper.json";
import { screen } from "../it/calendars.json";

/** Problems and instructions are told by the server, already in words. */
const calendars = { screen };
const helper = { me };
export default { calendars, helper };

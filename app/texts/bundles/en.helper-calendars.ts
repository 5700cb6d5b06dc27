import { me } from "../en/helper.json";
import { screen } from "../en/calendars.json";

/** Problems and instructions are told by the server, already in words. */
const calendars = { screen };
const helper = { me };
export default { calendars, helper };

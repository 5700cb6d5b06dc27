import calendars from "../en/calendars.json";
import { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome } from "../en/helper.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome };
export default { calendars, helper };

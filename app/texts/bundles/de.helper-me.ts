import { no, when, yes } from "../de/booking.json";
import places from "../de/places.json";
import { address, calendar, certificates, earnings, figures, listings, me, payout, picture, profile, radius, refusal, times, units, welcome } from "../de/helper.json";
import { sick } from "../de/rescue.json";

const booking = { no, when, yes };
const helper = { address, calendar, certificates, earnings, figures, listings, me, payout, picture, profile, radius, refusal, times, units, welcome };
const rescue = { sick };
export default { booking, helper, places, rescue };

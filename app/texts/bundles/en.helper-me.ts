import { no, when, yes } from "../en/booking.json";
import places from "../en/places.json";
import { address, calendar, certificates, earnings, figures, listings, me, payout, picture, profile, radius, refusal, times, units, welcome } from "../en/helper.json";
import { sick } from "../en/rescue.json";

const booking = { no, when, yes };
const helper = { address, calendar, certificates, earnings, figures, listings, me, payout, picture, profile, radius, refusal, times, units, welcome };
const rescue = { sick };
export default { booking, helper, places, rescue };

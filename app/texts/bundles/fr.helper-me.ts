import { no, when, yes } from "../fr/booking.json";
import places from "../fr/places.json";
import { address, calendar, certificates, earnings, figures, listings, me, payout, picture, profile, radius, refusal, times, units, welcome } from "../fr/helper.json";
import { sick } from "../fr/rescue.json";

const booking = { no, when, yes };
const helper = { address, calendar, certificates, earnings, figures, listings, me, payout, picture, profile, radius, refusal, times, units, welcome };
const rescue = { sick };
export default { booking, helper, places, rescue };

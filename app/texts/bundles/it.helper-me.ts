import { no, when, yes } from "../it/booking.json";
import places from "../it/places.json";
import { address, calendar, certificates, earnings, figures, listings, me, payout, picture, profile, radius, refusal, times, units, welcome } from "../it/helper.json";
import { sick } from "../it/rescue.json";

const booking = { no, when, yes };
const helper = { address, calendar, certificates, earnings, figures, listings, me, payout, picture, profile, radius, refusal, times, units, welcome };
const rescue = { sick };
export default { booking, helper, places, rescue };

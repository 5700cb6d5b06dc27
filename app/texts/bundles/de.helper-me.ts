import { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome } from "../de/helper.json";
import { sick } from "../de/rescue.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome };
const rescue = { sick };
export default { helper, rescue };

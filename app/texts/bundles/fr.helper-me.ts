import { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome } from "../fr/helper.json";
import { sick } from "../fr/rescue.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome };
const rescue = { sick };
export default { helper, rescue };

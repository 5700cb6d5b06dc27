import { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome } from "../en/helper.json";
import { sick } from "../en/rescue.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome };
const rescue = { sick };
export default { helper, rescue };

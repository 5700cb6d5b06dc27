import { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome } from "../it/helper.json";
import { sick } from "../it/rescue.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome };
const rescue = { sick };
export default { helper, rescue };

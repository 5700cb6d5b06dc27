import { address, calendar, certificates, figures, listings, payout, profile, radius, welcome } from "../en/helper.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, welcome };
export default { helper };

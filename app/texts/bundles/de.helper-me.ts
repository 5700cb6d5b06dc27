import { address, calendar, certificates, figures, listings, payout, profile, radius, welcome } from "../de/helper.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, welcome };
export default { helper };

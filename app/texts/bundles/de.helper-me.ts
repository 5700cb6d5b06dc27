import { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome } from "../de/helper.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome };
export default { helper };

import { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome } from "../it/helper.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome };
export default { helper };

import { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome } from "../fr/helper.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, times, welcome };
export default { helper };

import { address, calendar, certificates, figures, listings, payout, profile, radius, welcome } from "../fr/helper.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, welcome };
export default { helper };

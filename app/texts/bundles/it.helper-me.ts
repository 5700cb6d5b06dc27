import { address, calendar, certificates, figures, listings, payout, profile, radius, welcome } from "../it/helper.json";

const helper = { address, calendar, certificates, figures, listings, payout, profile, radius, welcome };
export default { helper };

import account from "../fr/account.json";
import { when } from "../fr/booking.json";
import { helpers } from "../fr/together.json";
import { purse } from "../fr/rescue.json";

/** Remembered helpers stand with their next free time. */
const booking = { when };
const together = { helpers };
const rescue = { purse };
export default { account, booking, together, rescue };

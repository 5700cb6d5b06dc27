import account from "../de/account.json";
import { when } from "../de/booking.json";
import { helpers } from "../de/together.json";
import { purse } from "../de/rescue.json";

/** Remembered helpers stand with their next free time. */
const booking = { when };
const together = { helpers };
const rescue = { purse };
export default { account, booking, together, rescue };

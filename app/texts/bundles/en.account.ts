import account from "../en/account.json";
import { when } from "../en/booking.json";
import { helpers } from "../en/together.json";
import { purse } from "../en/rescue.json";

/** Remembered helpers stand with their next free time. */
const booking = { when };
const together = { helpers };
const rescue = { purse };
export default { account, booking, together, rescue };

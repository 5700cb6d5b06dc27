import account from "../it/account.json";
import { when } from "../it/booking.json";
import { helpers } from "../it/together.json";
import { purse } from "../it/rescue.json";

/** Remembered helpers stand with their next free time. */
const booking = { when };
const together = { helpers };
const rescue = { purse };
export default { account, booking, together, rescue };

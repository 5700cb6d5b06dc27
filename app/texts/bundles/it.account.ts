import account from "../it/account.json";
import { when } from "../it/booking.json";
import { helpers } from "../it/together.json";

/** Remembered helpers stand with their next free time. */
const booking = { when };
const together = { helpers };
export default { account, booking, together };

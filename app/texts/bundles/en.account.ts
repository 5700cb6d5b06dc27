import account from "../en/account.json";
import { when } from "../en/booking.json";
import { helpers } from "../en/together.json";

/** Remembered helpers stand with their next free time. */
const booking = { when };
const together = { helpers };
export default { account, booking, together };

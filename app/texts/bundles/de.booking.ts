import account from "../de/account.json";
import booking from "../de/booking.json";
import payment from "../de/payment.json";
import reschedule from "../de/reschedule.json";
import { form, helpers, list, people, remember, visited } from "../de/together.json";

/** What is read out and passed on is written on the server. */
const together = { form, helpers, list, people, remember, visited };
export default { account, booking, payment, reschedule, together };

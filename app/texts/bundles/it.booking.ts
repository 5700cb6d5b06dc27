import account from "../it/account.json";
import booking from "../it/booking.json";
import payment from "../it/payment.json";
import reschedule from "../it/reschedule.json";
import { form, helpers, list, people, remember, visited } from "../it/together.json";

/** What is read out and passed on is written on the server. */
const together = { form, helpers, list, people, remember, visited };
export default { account, booking, payment, reschedule, together };

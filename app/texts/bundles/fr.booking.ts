import account from "../fr/account.json";
import booking from "../fr/booking.json";
import payment from "../fr/payment.json";
import reschedule from "../fr/reschedule.json";
import { form, helpers, list, people, remember, visited } from "../fr/together.json";

/** What is read out and passed on is written on the server. */
const together = { form, helpers, list, people, remember, visited };
export default { account, booking, payment, reschedule, together };

import account from "../en/account.json";
import booking from "../en/booking.json";
import payment from "../en/payment.json";
import reschedule from "../en/reschedule.json";
import { form, helpers, list, people, remember, visited } from "../en/together.json";

/** What is read out and passed on is written on the server. */
const together = { form, helpers, list, people, remember, visited };
export default { account, booking, payment, reschedule, together };

import account from "../de/account.json";
import booking from "../de/booking.json";
import payment from "../de/payment.json";
import { arrival, codes, confirm, extras, missed, refusal, waiting } from "../de/visit.json";
import reschedule from "../de/reschedule.json";

/** Of a visit's words only what its customer reads as well. */
const visit = { arrival, codes, confirm, extras, missed, refusal, waiting };
export default { account, booking, payment, reschedule, visit };

import account from "../fr/account.json";
import booking from "../fr/booking.json";
import payment from "../fr/payment.json";
import { arrival, codes, confirm, extras, missed, refusal, waiting } from "../fr/visit.json";
import reschedule from "../fr/reschedule.json";

/** Of a visit's words only what its customer reads as well. */
const visit = { arrival, codes, confirm, extras, missed, refusal, waiting };
export default { account, booking, payment, reschedule, visit };

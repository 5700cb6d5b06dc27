import account from "../en/account.json";
import booking from "../en/booking.json";
import payment from "../en/payment.json";
import { arrival, codes, confirm, extras, missed, refusal, waiting } from "../en/visit.json";
import reschedule from "../en/reschedule.json";

/** Of a visit's words only what its customer reads as well. */
const visit = { arrival, codes, confirm, extras, missed, refusal, waiting };
export default { account, booking, payment, reschedule, visit };

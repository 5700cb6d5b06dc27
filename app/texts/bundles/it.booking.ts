import account from "../it/account.json";
import booking from "../it/booking.json";
import payment from "../it/payment.json";
import { arrival, codes, confirm, extras, missed, refusal, waiting } from "../it/visit.json";
import reschedule from "../it/reschedule.json";

/** Of a visit's words only what its customer reads as well. */
const visit = { arrival, codes, confirm, extras, missed, refusal, waiting };
export default { account, booking, payment, reschedule, visit };

import account from "../fr/account.json";
import booking from "../fr/booking.json";
import { choice, first, ladder, now, who } from "../fr/dispatch.json";
import payment from "../fr/payment.json";
import reschedule from "../fr/reschedule.json";

/** What helpers read of waves stays with their screens. */
const dispatch = { choice, first, ladder, now, who };
export default { account, booking, dispatch, payment, reschedule };

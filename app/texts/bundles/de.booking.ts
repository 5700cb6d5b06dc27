import account from "../de/account.json";
import booking from "../de/booking.json";
import { choice, first, ladder, now, who } from "../de/dispatch.json";
import payment from "../de/payment.json";
import reschedule from "../de/reschedule.json";

/** What helpers read of waves stays with their screens. */
const dispatch = { choice, first, ladder, now, who };
export default { account, booking, dispatch, payment, reschedule };

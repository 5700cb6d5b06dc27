import account from "../it/account.json";
import booking from "../it/booking.json";
import { choice, first, ladder, now, who } from "../it/dispatch.json";
import payment from "../it/payment.json";
import reschedule from "../it/reschedule.json";

/** What helpers read of waves stays with their screens. */
const dispatch = { choice, first, ladder, now, who };
export default { account, booking, dispatch, payment, reschedule };

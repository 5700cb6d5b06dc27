import account from "../en/account.json";
import booking from "../en/booking.json";
import { choice, first, ladder, now, who } from "../en/dispatch.json";
import payment from "../en/payment.json";
import reschedule from "../en/reschedule.json";

/** What helpers read of waves stays with their screens. */
const dispatch = { choice, first, ladder, now, who };
export default { account, booking, dispatch, payment, reschedule };

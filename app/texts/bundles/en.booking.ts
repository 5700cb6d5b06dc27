import account from "../en/account.json";
import booking from "../en/booking.json";
import payment from "../en/payment.json";
import reschedule from "../en/reschedule.json";
import series from "../en/series.json";

export default { account, booking, payment, reschedule, series };

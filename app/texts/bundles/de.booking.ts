import account from "../de/account.json";
import booking from "../de/booking.json";
import payment from "../de/payment.json";
import reschedule from "../de/reschedule.json";
import series from "../de/series.json";

export default { account, booking, payment, reschedule, series };

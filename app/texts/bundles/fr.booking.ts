import account from "../fr/account.json";
import booking from "../fr/booking.json";
import payment from "../fr/payment.json";
import reschedule from "../fr/reschedule.json";
import series from "../fr/series.json";

export default { account, booking, payment, reschedule, series };

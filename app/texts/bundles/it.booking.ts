import account from "../it/account.json";
import booking from "../it/booking.json";
import payment from "../it/payment.json";
import reschedule from "../it/reschedule.json";
import series from "../it/series.json";

export default { account, booking, payment, reschedule, series };

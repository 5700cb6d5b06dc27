import account from "../de/account.json";
import booking from "../de/booking.json";
import payment from "../de/payment.json";

export default { account, booking, payment };

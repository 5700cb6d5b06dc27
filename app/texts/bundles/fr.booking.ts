import account from "../fr/account.json";
import booking from "../fr/booking.json";
import payment from "../fr/payment.json";

export default { account, booking, payment };

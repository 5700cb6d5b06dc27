import common from "../de/common.json";
import errors from "../de/errors.json";
import account from "../de/account.json";
import places from "../de/places.json";
import helper from "../de/helper.json";
import visit from "../de/visit.json";
import booking from "../de/booking.json";
import payment from "../de/payment.json";

export default { common, errors, account, places, helper, visit, booking, payment };

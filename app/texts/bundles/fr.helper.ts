import common from "../fr/common.json";
import errors from "../fr/errors.json";
import account from "../fr/account.json";
import places from "../fr/places.json";
import helper from "../fr/helper.json";
import visit from "../fr/visit.json";
import booking from "../fr/booking.json";
import payment from "../fr/payment.json";

export default { common, errors, account, places, helper, visit, booking, payment };

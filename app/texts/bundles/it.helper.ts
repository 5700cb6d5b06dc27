import common from "../it/common.json";
import errors from "../it/errors.json";
import account from "../it/account.json";
import places from "../it/places.json";
import helper from "../it/helper.json";
import visit from "../it/visit.json";
import booking from "../it/booking.json";
import payment from "../it/payment.json";

export default { common, errors, account, places, helper, visit, booking, payment };

import common from "../en/common.json";
import errors from "../en/errors.json";
import account from "../en/account.json";
import places from "../en/places.json";
import helper from "../en/helper.json";
import visit from "../en/visit.json";
import booking from "../en/booking.json";
import payment from "../en/payment.json";

export default { common, errors, account, places, helper, visit, booking, payment };

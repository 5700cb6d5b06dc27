import common from "../fr/common.json";
import errors from "../fr/errors.json";
import account from "../fr/account.json";
import home from "../fr/home.json";
import places from "../fr/places.json";
import search from "../fr/search.json";
import helperPage from "../fr/helperPage.json";
import booking from "../fr/booking.json";
import payment from "../fr/payment.json";

export default { common, errors, account, home, places, search, helperPage, booking, payment };

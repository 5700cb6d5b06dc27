import common from "../de/common.json";
import errors from "../de/errors.json";
import account from "../de/account.json";
import home from "../de/home.json";
import places from "../de/places.json";
import search from "../de/search.json";
import helperPage from "../de/helperPage.json";
import booking from "../de/booking.json";
import payment from "../de/payment.json";

export default { common, errors, account, home, places, search, helperPage, booking, payment };

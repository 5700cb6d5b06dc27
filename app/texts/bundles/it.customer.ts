import common from "../it/common.json";
import errors from "../it/errors.json";
import account from "../it/account.json";
import home from "../it/home.json";
import places from "../it/places.json";
import search from "../it/search.json";
import helperPage from "../it/helperPage.json";
import booking from "../it/booking.json";
import payment from "../it/payment.json";

export default { common, errors, account, home, places, search, helperPage, booking, payment };

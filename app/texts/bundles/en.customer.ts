import common from "../en/common.json";
import errors from "../en/errors.json";
import account from "../en/account.json";
import home from "../en/home.json";
import places from "../en/places.json";
import search from "../en/search.json";
import helperPage from "../en/helperPage.json";
import booking from "../en/booking.json";
import payment from "../en/payment.json";

export default { common, errors, account, home, places, search, helperPage, booking, payment };

import common from "../de/common.json";
import errors from "../de/errors.json";
import account from "../de/account.json";
import places from "../de/places.json";
import booking from "../de/booking.json";
import visit from "../de/visit.json";
import staff from "../de/staff.json";
import staffBookings from "../de/staffBookings.json";
import staffHelpers from "../de/staffHelpers.json";
import staffSettings from "../de/staffSettings.json";
import staffSystem from "../de/staffSystem.json";

export default { common, errors, account, places, booking, visit, staff, staffBookings, staffHelpers, staffSettings, staffSystem };

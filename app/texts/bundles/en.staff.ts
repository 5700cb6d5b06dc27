import common from "../en/common.json";
import errors from "../en/errors.json";
import account from "../en/account.json";
import places from "../en/places.json";
import booking from "../en/booking.json";
import visit from "../en/visit.json";
import staff from "../en/staff.json";
import staffBookings from "../en/staffBookings.json";
import staffHelpers from "../en/staffHelpers.json";
import staffSettings from "../en/staffSettings.json";
import staffSystem from "../en/staffSystem.json";

export default { common, errors, account, places, booking, visit, staff, staffBookings, staffHelpers, staffSettings, staffSystem };

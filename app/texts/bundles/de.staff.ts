import common from "../de/common.json";
import errors from "../de/errors.json";
import places from "../de/places.json";
import { nav, keyboard } from "../de/staff.json";

/** Around every screen of staff. */
const staff = { nav, keyboard };
export default { common, errors, places, staff };

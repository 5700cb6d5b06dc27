import common from "../en/common.json";
import errors from "../en/errors.json";
import places from "../en/places.json";
import { nav, keyboard } from "../en/staff.json";

/** Around every screen of staff. */
const staff = { nav, keyboard };
export default { common, errors, places, staff };

import common from "../de/common.json";
import errors from "../de/errors.json";
import { frame, nav, offline } from "../de/helper.json";

/** Around every screen of the helper's area. */
const helper = { frame, nav, offline };
export default { common, errors, helper };

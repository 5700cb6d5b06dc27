import common from "../fr/common.json";
import errors from "../fr/errors.json";
import { frame, nav, offline } from "../fr/helper.json";

/** Around every screen of the helper's area. */
const helper = { frame, nav, offline };
export default { common, errors, helper };

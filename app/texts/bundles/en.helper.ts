import common from "../en/common.json";
import errors from "../en/errors.json";
import { frame, nav, offline } from "../en/helper.json";

/** Around every screen of the helper's area. */
const helper = { frame, nav, offline };
export default { common, errors, helper };

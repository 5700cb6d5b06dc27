import common from "../it/common.json";
import errors from "../it/errors.json";
import { frame, nav, offline } from "../it/helper.json";

/** Around every screen of the helper's area. */
const helper = { frame, nav, offline };
export default { common, errors, helper };

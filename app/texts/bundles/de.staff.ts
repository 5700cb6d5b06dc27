import common from "../de/common.json";
import errors from "../de/errors.json";
import places from "../de/places.json";
import staff from "../de/staff.json";

export default { common, errors, places, staff };

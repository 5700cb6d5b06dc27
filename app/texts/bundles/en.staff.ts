import common from "../en/common.json";
import errors from "../en/errors.json";
import places from "../en/places.json";
import staff from "../en/staff.json";

export default { common, errors, places, staff };

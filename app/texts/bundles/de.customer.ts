import common from "../de/common.json";
import errors from "../de/errors.json";
import places from "../de/places.json";

export default { common, errors, places };

import common from "../en/common.json";
import errors from "../en/errors.json";
import places from "../en/places.json";

export default { common, errors, places };

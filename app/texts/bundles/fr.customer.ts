import common from "../fr/common.json";
import errors from "../fr/errors.json";
import places from "../fr/places.json";

export default { common, errors, places };

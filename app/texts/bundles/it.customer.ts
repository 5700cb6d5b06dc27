import common from "../it/common.json";
import errors from "../it/errors.json";
import places from "../it/places.json";

export default { common, errors, places };

import common from "../it/common.json";
import errors from "../it/errors.json";
import home from "../it/home.json";
import places from "../it/places.json";
import search from "../it/search.json";
import helperPage from "../it/helperPage.json";

export default { common, errors, home, places, search, helperPage };

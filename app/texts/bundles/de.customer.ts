import common from "../de/common.json";
import errors from "../de/errors.json";
import home from "../de/home.json";
import places from "../de/places.json";
import search from "../de/search.json";
import helperPage from "../de/helperPage.json";

export default { common, errors, home, places, search, helperPage };

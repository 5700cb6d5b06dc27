import common from "../fr/common.json";
import errors from "../fr/errors.json";
import home from "../fr/home.json";
import places from "../fr/places.json";
import search from "../fr/search.json";
import helperPage from "../fr/helperPage.json";

export default { common, errors, home, places, search, helperPage };

import common from "../en/common.json";
import errors from "../en/errors.json";
import home from "../en/home.json";
import places from "../en/places.json";
import search from "../en/search.json";
import helperPage from "../en/helperPage.json";

export default { common, errors, home, places, search, helperPage };

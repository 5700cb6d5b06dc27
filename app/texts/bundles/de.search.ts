import home from "../de/home.json";
import search from "../de/search.json";
import helperPage from "../de/helperPage.json";

export default { home, search, helperPage };

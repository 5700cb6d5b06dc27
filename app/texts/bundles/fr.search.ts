import home from "../fr/home.json";
import search from "../fr/search.json";
import helperPage from "../fr/helperPage.json";

export default { home, search, helperPage };

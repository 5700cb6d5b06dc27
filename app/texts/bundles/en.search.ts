import home from "../en/home.json";
import search from "../en/search.json";
import helperPage from "../en/helperPage.json";

export default { home, search, helperPage };

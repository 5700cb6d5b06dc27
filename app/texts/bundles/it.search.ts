import home from "../it/home.json";
import search from "../it/search.json";
import helperPage from "../it/helperPage.json";

export default { home, search, helperPage };

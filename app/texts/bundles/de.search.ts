import home from "../de/home.json";
import search from "../de/search.json";
import helperPage from "../de/helperPage.json";
import { mine, remember } from "../de/together.json";

const together = { mine, remember };
export default { home, search, helperPage, together };

import home from "../fr/home.json";
import search from "../fr/search.json";
import helperPage from "../fr/helperPage.json";
import { mine, remember } from "../fr/together.json";

const together = { mine, remember };
export default { home, search, helperPage, together };

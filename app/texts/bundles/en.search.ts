import home from "../en/home.json";
import search from "../en/search.json";
import helperPage from "../en/helperPage.json";
import { mine, remember } from "../en/together.json";

const together = { mine, remember };
export default { home, search, helperPage, together };

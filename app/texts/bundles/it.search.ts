import home from "../it/home.json";
import search from "../it/search.json";
import helperPage from "../it/helperPage.json";
import { mine, remember } from "../it/together.json";

const together = { mine, remember };
export default { home, search, helperPage, together };

import visit from "../de/visit.json";

export default { visit };

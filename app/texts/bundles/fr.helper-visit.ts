import visit from "../fr/visit.json";

export default { visit };

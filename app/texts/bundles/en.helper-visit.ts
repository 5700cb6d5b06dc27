import visit from "../en/visit.json";

export default { visit };

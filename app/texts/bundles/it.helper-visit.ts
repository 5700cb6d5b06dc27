import visit from "../it/visit.json";

export default { visit };

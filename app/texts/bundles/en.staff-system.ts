import staffSystem from "../en/staffSystem.json";

export default { staffSystem };

import staffSystem from "../de/staffSystem.json";

export default { staffSystem };

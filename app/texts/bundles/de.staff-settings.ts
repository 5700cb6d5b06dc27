import staffSettings from "../de/staffSettings.json";

export default { staffSettings };

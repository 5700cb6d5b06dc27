import staffSettings from "../en/staffSettings.json";

export default { staffSettings };

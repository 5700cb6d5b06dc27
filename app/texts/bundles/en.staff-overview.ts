import { overview, money, measures, demand } from "../en/staff.json";

const staff = { overview, money, measures, demand };
export default { staff };

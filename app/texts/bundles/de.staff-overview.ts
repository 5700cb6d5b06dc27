import { overview, money, measures, demand } from "../de/staff.json";

const staff = { overview, money, measures, demand };
export default { staff };

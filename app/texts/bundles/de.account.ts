import account from "../de/account.json";
import { purse } from "../de/rescue.json";

const rescue = { purse };
export default { account, rescue };

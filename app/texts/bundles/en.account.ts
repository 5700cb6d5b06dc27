import account from "../en/account.json";
import { purse } from "../en/rescue.json";

const rescue = { purse };
export default { account, rescue };

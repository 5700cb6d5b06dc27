import account from "../it/account.json";
import { purse } from "../it/rescue.json";

const rescue = { purse };
export default { account, rescue };

import account from "../fr/account.json";
import { purse } from "../fr/rescue.json";

const rescue = { purse };
export default { account, rescue };

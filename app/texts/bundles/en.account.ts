import account from "../en/account.json";

export default { account };

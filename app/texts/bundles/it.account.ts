import account from "../it/account.json";

export default { account };

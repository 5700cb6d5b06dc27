import account from "../de/account.json";

export default { account };

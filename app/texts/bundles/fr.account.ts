import account from "../fr/account.json";

export default { account };

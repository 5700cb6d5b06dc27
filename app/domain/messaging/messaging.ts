const names = /\b(pass\s?w(or|ö)rt|passwort|password|kennwort|zugangscode|pin(-?code)?|mot de passe|code d’accès|code d'accès|parola d’ordine|codice|passphrase|wpa2?|netzwerkschlüssel|clé (wi-?fi|réseau)|tan)\b/i;
const cardNumber = /\b(?:\d[ -]?){13,19}\b/;
const token = /(?=\S*\d)(?=\S*[\p{L}])\S{6,}|\b\d{4,8}\b/u;

/**
 * Looks as if a message gave a secret away: a word for one beside something like one, or a card number.
 * A warning and never a refusal, because a mistaken refusal would silence somebody who needs help.
 */
export const looksSecret = (words: string): boolean => cardNumber.test(words) || (names.test(words) && token.test(words.replace(names, " ")));

export const messageLimit = 2000;
export type Author = "customer" | "helper" | "staff";

import { fold } from "./fold.ts";

/*
 * What people choose when twelve characters are asked for: a favourite word with a tail, a word said twice,
 * a walk over the keyboard, a phrase everybody knows. Expanded from patterns, not taken from anybody's breach.
 */
const words = (text: string): string[] => text.trim().split(/\s+/);

const stems = words(`
  password passwort kennwort motdepasse parola welcome willkommen bienvenue benvenuto qwertz qwerty azerty admin administrator
  letmein changeme secret geheim sommer winter fruehling herbst summer spring autumn schweiz suisse svizzera switzerland zuerich
  zurich basel bern luzern geneve lausanne lugano iloveyou ichliebedich jetaime tiamo sunshine schatz schatzi princess prinzessin
  monkey dragon football fussball hockey master superman batman starwars pokemon michael thomas daniel sandra andrea martina
  january januar february februar monday montag sunday sonntag computer internet samsung iphone android windows microsoft google
  facebook swisscom quartier helfer helferin nachbar nachbarin energie strom router wlan login zugang access default test testtest
  hallo hello bonjour ciao freiheit familie liebe lieber schnee matterhorn edelweiss gotthard fondue raclette schokolade kaese
`);

const tails = words(`
  1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 01 007 11 111 1111 99 666 777 2020 2021 2022 2023 2024 2025 2026 2027
  ! !! 1! 123! 1234! 2024! 2025! 2026! abc abcd xyz qwe qwertz qwerty asdf password passwort admin
`);

const walks = ["1234567890", "0987654321", "qwertzuiop", "qwertyuiop", "azertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb", "1qay2wsx3edc4rfv5tgb", "q1w2e3r4t5z6", "q1w2e3r4t5y6", "a1b2c3d4e5f6", "1q2w3e4r5t6z", "1q2w3e4r5t6y"];

const phrases = words(`
  correcthorsebatterystaple thequickbrownfox tobeornottobe maytheforcebewithyou iloveyouforever letmeinletmein opensesame
  openthedoor trustno1trustno1 nothingtosee thisismypassword dasistmeinpasswort dasistgeheim meinpasswort meinkennwort
  neuespasswort altespasswort sicherespasswort passwortvergessen mypassword newpassword securepassword forgotpassword
  monmotdepasse nouveaumotdepasse lamiapassword nuovapassword passwordsicura
`);

function expand(): Set<string> {
  const all = new Set<string>(phrases);
  for (const stem of stems) {
    all.add(stem + stem);
    all.add(stem + stem + stem);
    for (const tail of tails) for (const made of [stem + tail, tail + stem, stem + tail + tail, stem + stem + tail]) all.add(made);
  }
  for (const walk of walks) {
    for (const round of [walk + walk, walk + [...walk].reverse().join("")]) for (let length = 12; length <= Math.min(round.length, 30); length += 1) all.add(round.slice(0, length));
    for (const tail of tails) all.add(walk + tail);
  }
  for (const phrase of phrases) for (const tail of tails) all.add(phrase + tail);
  return new Set([...all].map(fold).filter((password) => password.length >= 8));
}

let expanded: Set<string> | undefined;
/** Made at the first question: most processes never ask. */
function list(): Set<string> {
  expanded ??= expand();
  return expanded;
}

/** Whether a password of twelve characters or more is one that is tried first; capitals, accents and digits for letters do not help. */
export function isCommonPassword(password: string): boolean {
  const common = list();
  const plain = fold(password);
  const half = plain.slice(0, plain.length / 2);
  return common.has(plain) || common.has(plain.replace(/[^a-z0-9]/g, "")) || new Set(plain).size < 5 || (half + half === plain && common.has(half));
}

/** How many the list holds, for the test that keeps it honest. */
export const commonPasswordCount = (): number => list().size;

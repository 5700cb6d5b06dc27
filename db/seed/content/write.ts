import type { ChecklistItem, IntakeQuestion, RootCause } from "#app/domain/catalogue/catalogue.ts";
import type { Words } from "#app/domain/kernel/words.ts";

/** French sets a space before ? : ; and inside guillemets; it must not break the line. */
export const frenchSpaces = (text: string): string =>
  text.replace(/ ([?:;»])/g, "\u00a0$1").replace(/« /g, "«\u00a0");

/** One text in four languages, always in the order de, fr, it, en. */
export const w = (de: string, fr: string, it: string, en: string): Words => ({ de, fr: frenchSpaces(fr), it, en });

type Extra = { hint?: Words; optional?: true };
type Choice = { code: string; words: Words };

const finish = (extra: Extra) => ({ ...(extra.hint ? { hint: extra.hint } : {}), required: !extra.optional });

export const option = (code: string, words: Words): Choice => ({ code, words });

export const choice = (code: string, question: Words, choices: Choice[], extra: Extra = {}): IntakeQuestion => ({
  code,
  kind: "choice",
  question,
  choices,
  ...finish(extra),
});

export const yesno = (code: string, question: Words, extra: Extra = {}): IntakeQuestion => ({
  code,
  kind: "yesno",
  question,
  ...finish(extra),
});

export const number = (code: string, question: Words, extra: Extra = {}): IntakeQuestion => ({
  code,
  kind: "number",
  question,
  ...finish(extra),
});

export const text = (code: string, question: Words, extra: Extra = {}): IntakeQuestion => ({
  code,
  kind: "text",
  question,
  ...finish(extra),
});

export const must = (code: string, words: Words, measuredIn?: string): ChecklistItem => ({
  code,
  words,
  required: true,
  ...(measuredIn ? { measuredIn } : {}),
});

export const may = (code: string, words: Words, measuredIn?: string): ChecklistItem => ({
  code,
  words,
  required: false,
  ...(measuredIn ? { measuredIn } : {}),
});

export const cause = (code: string, words: Words): RootCause => ({ code, words });

/** Choices that many questions share, so that the same answer always reads the same. */
export const dontKnow = option("dont-know", w("Weiss ich nicht", "Je ne sais pas", "Non lo so", "I don’t know"));
export const somethingElse = option("other", w("Etwas anderes", "Autre chose", "Altro", "Something else"));
export const yes = option("yes", w("Ja", "Oui", "Sì", "Yes"));
export const no = option("no", w("Nein", "Non", "No", "No"));

/** Causes that occur in every service; one code and one wording, so that they add up across services. */
export const otherCause = cause("other", w("Andere Ursache", "Autre cause", "Altra causa", "Other cause"));
export const noFault = cause(
  "no-fault-found",
  w("Kein Fehler gefunden", "Aucun défaut constaté", "Nessun guasto riscontrato", "No fault found"),
);
export const unclearInstructions = cause(
  "unclear-instructions",
  w(
    "Anleitung unverständlich oder nicht in der Sprache der Kundschaft",
    "Mode d’emploi peu clair ou pas dans la langue de la clientèle",
    "Istruzioni poco chiare o non nella lingua della clientela",
    "Instructions unclear or not in the customer’s language",
  ),
);
export const needsSpecialist = cause(
  "needs-specialist",
  w(
    "Fachbetrieb nötig",
    "Intervention d’une entreprise spécialisée nécessaire",
    "Necessario l’intervento di una ditta specializzata",
    "Specialist firm needed",
  ),
);
export const deviceBroken = cause(
  "device-broken",
  w("Gerät defekt", "Appareil défectueux", "Apparecchio difettoso", "Device broken"),
);
export const deviceOld = cause(
  "device-too-old",
  w("Gerät zu alt", "Appareil trop ancien", "Apparecchio troppo vecchio", "Device too old"),
);
export const networkOutage = cause(
  "network-outage",
  w(
    "Störung im Netz der Anbieterin",
    "Panne sur le réseau de l’opérateur",
    "Guasto sulla rete dell’operatore",
    "Fault in the operator’s network",
  ),
);
export const passwordForgotten = cause(
  "password-forgotten",
  w("Passwort vergessen oder gesperrt", "Mot de passe oublié ou bloqué", "Password dimenticata o bloccata", "Password forgotten or locked"),
);

import { locales, type Words } from "../kernel/words.ts";
import { francs, typedFrancs } from "../listing/listing.ts";
import { type ChecklistItem, type IntakeQuestion, pricings, riskClasses, type RootCause, type ServiceTypeContent } from "./catalogue.ts";
import { contentProblem } from "./catalogue.policy.ts";
import { lines, type Problems, readWords, readWordsLines, tooMany, wordsLines } from "./catalogue.words.ts";

/** One service type as its form shows and sends it: flat names ("name.de", "scopeIn.fr", "intake.0.question.it"), everything as typed. */
export type TypedContent = Record<string, string>;

export const mostQuestions = 12;
export const questionKinds = ["text", "choice", "yesno", "number"] as const;

/** What the form shows of a service type; two empty questions wait at the end. */
export function typedContent(content: ServiceTypeContent): TypedContent {
  const typed: TypedContent = {
    code: content.code,
    category: content.category,
    riskClass: content.riskClass,
    programme: content.programme ?? "",
    icon: content.icon,
    durationMinutes: String(content.durationMinutes),
    pricing: content.pricing ?? "fixed",
    "price.min": content.price ? typedFrancs(content.price.min) : "",
    "price.preset": content.price ? typedFrancs(content.price.preset) : "",
    "price.max": content.price ? typedFrancs(content.price.max) : "",
    "professional.price": typedFrancs(content.professional.price),
    "professional.durationMinutes": String(content.professional.durationMinutes),
    "checklist.codes": content.checklist.map(({ code, required, measuredIn }) => [code, required ? mustWord : "", measuredIn ?? ""].join("; ").replace(/(; )+$/, "")).join("\n"),
    "rootCauses.codes": content.rootCauses.map(({ code }) => code).join("\n"),
  };
  const put = (name: string, words: Words): void => {
    for (const locale of locales) typed[`${name}.${locale}`] = words[locale];
  };
  const putLines = (name: string, rows: readonly Words[]): void => {
    for (const locale of locales) typed[`${name}.${locale}`] = wordsLines(rows, locale);
  };
  put("name", content.name);
  put("short", content.short);
  putLines("scopeIn", content.scopeIn);
  putLines("scopeOut", content.scopeOut);
  putLines("checklist", content.checklist.map(({ words }) => words));
  putLines("rootCauses", content.rootCauses.map(({ words }) => words));
  for (const locale of locales) typed[`synonyms.${locale}`] = content.synonyms[locale].join("\n");
  content.intake.forEach((question, at) => {
    const name = `intake.${at}`;
    Object.assign(typed, { [`${name}.code`]: question.code, [`${name}.kind`]: question.kind, [`${name}.required`]: question.required ? "on" : "", [`${name}.choices.codes`]: (question.choices ?? []).map(({ code }) => code).join("\n") });
    put(`${name}.question`, question.question);
    if (question.hint) put(`${name}.hint`, question.hint);
    putLines(`${name}.choices`, (question.choices ?? []).map(({ words }) => words));
  });
  return typed;
}

/** "must" in the second column of a checklist's codes: the point belongs to every solved visit. */
const mustWord = "must";
const codeForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads what was typed: the content to publish, or for each field the key of the sentence that mends it. */
export function readContent(typed: TypedContent): { ok: true; content: ServiceTypeContent } | { ok: false; errors: Problems } {
  const errors: Problems = {};
  const at = (name: string) => (typed[name] ?? "").trim();
  const code = (name: string) => {
    if (!codeForm.test(at(name)) || at(name).length > 60) errors[name] = at(name) ? "staffHelpers.catalogue.problem.code" : "errors.field.required";
    return at(name);
  };
  const whole = (name: string, low: number, high: number) => {
    const value = /^\d{1,4}$/.test(at(name)) ? Number(at(name)) : Number.NaN;
    if (Number.isNaN(value)) errors[name] = at(name) ? "errors.field.number" : "errors.field.required";
    else if (value < low || value > high) errors[name] = "errors.field.range";
    return value;
  };
  const amount = (name: string) => {
    const minor = francs(at(name));
    if (minor === null) errors[name] = at(name) ? "errors.field.amount" : "errors.field.required";
    return minor ?? 0;
  };
  const riskClass = riskClasses.find((each) => each === at("riskClass")) ?? "standard";
  if (riskClass !== at("riskClass")) errors.riskClass = "errors.field.choice";
  const pricing = pricings.find((each) => each === (at("pricing") || "fixed")) ?? "fixed";
  if (pricing !== (at("pricing") || "fixed")) errors.pricing = "errors.field.choice";
  const isForHelpers = riskClass !== "professional_only";
  const hasPrice = isForHelpers || ["price.min", "price.preset", "price.max"].some((name) => at(name) !== "");
  const content: ServiceTypeContent = {
    code: code("code"),
    category: code("category"),
    riskClass,
    programme: at("programme") || null,
    icon: code("icon"),
    durationMinutes: whole("durationMinutes", 15, 480),
    ...(pricing === "hourly" && { pricing }),
    price: hasPrice ? { min: amount("price.min"), preset: amount("price.preset"), max: amount("price.max") } : null,
    professional: { price: amount("professional.price"), durationMinutes: whole("professional.durationMinutes", 15, 480) },
    name: readWords(typed, "name", 80, errors),
    short: readWords(typed, "short", 300, errors),
    scopeIn: readWordsLines(typed, "scopeIn", errors, 1),
    scopeOut: readWordsLines(typed, "scopeOut", errors, 1),
    intake: readQuestions(typed, errors),
    checklist: readChecklist(typed, errors),
    rootCauses: readCauses(typed, errors),
    synonyms: Object.fromEntries(locales.map((locale) => [locale, tooMany(typed, `synonyms.${locale}`, errors)])) as ServiceTypeContent["synonyms"],
  };
  const problem = Object.keys(errors).length === 0 ? contentProblem(content) : null;
  if (problem) errors[placeOf[problem]] = `staffHelpers.catalogue.problem.${problem}`;
  return Object.keys(errors).length ? { ok: false, errors } : { ok: true, content };
}

const placeOf = { "professional-only": "riskClass", "price-corridor": "price.min", "programme-missing": "programme", duration: "durationMinutes", "hourly-duration": "durationMinutes" } as const;

/** Codes, one a line; each once and in the form that addresses and reports use. */
function readCodes(codes: readonly string[], name: string, errors: Problems): void {
  if (codes.some((code) => !codeForm.test(code) || code.length > 60)) errors[name] ??= "staffHelpers.catalogue.problem.codes";
  else if (new Set(codes).size < codes.length) errors[name] ??= "staffHelpers.catalogue.problem.twice";
}

function readChecklist(typed: TypedContent, errors: Problems): ChecklistItem[] {
  const rows = lines(typed["checklist.codes"]).map((line) => line.split(";").map((part) => part.trim()));
  readCodes(rows.map(([code = ""]) => code), "checklist.codes", errors);
  if (rows.some(([, must = ""]) => must !== "" && must !== mustWord)) errors["checklist.codes"] ??= "staffHelpers.catalogue.problem.must";
  if (rows.some(([, , unit = "", ...more]) => unit.length > 20 || more.length > 0)) errors["checklist.codes"] ??= "staffHelpers.catalogue.problem.unit";
  const words = readWordsLines(typed, "checklist", errors, 1, rows.length);
  return rows.map(([code = "", must = "", unit = ""], at) => ({ code, words: words[at] ?? emptyWords, required: must === mustWord, ...(unit && { measuredIn: unit }) }));
}

function readCauses(typed: TypedContent, errors: Problems): RootCause[] {
  const codes = lines(typed["rootCauses.codes"]);
  readCodes(codes, "rootCauses.codes", errors);
  const words = readWordsLines(typed, "rootCauses", errors, 1, codes.length);
  return codes.map((code, at) => ({ code, words: words[at] ?? emptyWords }));
}

const emptyWords: Words = { de: "", fr: "", it: "", en: "" };
const questionFields = ["code", "choices.codes", ...["question", "hint", "choices"].flatMap((part) => locales.map((locale) => `${part}.${locale}`))];

/** A question that nobody filled in does not count. */
export const isEmptyQuestion = (typed: TypedContent, at: number): boolean => questionFields.every((field) => !typed[`intake.${at}.${field}`]?.trim());

function readQuestions(typed: TypedContent, errors: Problems): IntakeQuestion[] {
  const questions: IntakeQuestion[] = [];
  for (let at = 0; at < mostQuestions; at++) {
    if (isEmptyQuestion(typed, at)) continue;
    const name = `intake.${at}`;
    const field = (part: string) => (typed[`${name}.${part}`] ?? "").trim();
    const kind = questionKinds.find((each) => each === field("kind"));
    if (!kind) errors[`${name}.kind`] = "errors.field.choice";
    if (!codeForm.test(field("code")) || field("code").length > 60) errors[`${name}.code`] = "staffHelpers.catalogue.problem.code";
    else if (questions.some(({ code }) => code === field("code"))) errors[`${name}.code`] = "staffHelpers.catalogue.problem.twice";
    const question: IntakeQuestion = { code: field("code"), kind: kind ?? "text", question: readWords(typed, `${name}.question`, 200, errors), required: field("required") === "on" };
    if (locales.some((locale) => field(`hint.${locale}`))) question.hint = readWords(typed, `${name}.hint`, 200, errors);
    if (kind === "choice") {
      const codes = lines(typed[`${name}.choices.codes`]);
      readCodes(codes, `${name}.choices.codes`, errors);
      if (codes.length < 2) errors[`${name}.choices.codes`] ??= "staffHelpers.catalogue.problem.choices";
      const words = readWordsLines(typed, `${name}.choices`, errors, 0, codes.length);
      question.choices = codes.map((code, i) => ({ code, words: words[i] ?? emptyWords }));
    }
    questions.push(question);
  }
  return questions;
}

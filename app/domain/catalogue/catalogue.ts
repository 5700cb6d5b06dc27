import type { Words } from "../kernel/words.ts";

/** What a service may put at risk; `professional_only` never reaches a helper (product.md 1). */
export const riskClasses = ["advice", "standard", "professional_only"] as const;
export type RiskClass = (typeof riskClasses)[number];

export type IntakeQuestion = {
  code: string;
  kind: "text" | "choice" | "yesno" | "number";
  question: Words;
  hint?: Words;
  choices?: { code: string; words: Words }[];
  required: boolean;
};

export type ChecklistItem = { code: string; words: Words; required: boolean; measuredIn?: string };
export type RootCause = { code: string; words: Words };

/** A measure that an energy report records as a row: the catalogue owns the code and the unit of before and after. */
export type MeasureKind = { code: string; words: Words; unit: string; kwhPerUnitYear: number | null };

/** How helpers are paid for a service: one price a visit, or by the hour up to a cap that the customer sets. */
export const pricings = ["fixed", "hourly"] as const;
export type Pricing = (typeof pricings)[number];

/** A catalogue entry owned by the company; prices in minor units, durations in minutes. */
export type ServiceTypeContent = {
  code: string;
  category: string;
  riskClass: RiskClass;
  programme: string | null;
  icon: string;
  durationMinutes: number;
  /** Absent is "fixed". By the hour, `price` is the corridor of an hour and `durationMinutes` the cap that is preset. */
  pricing?: Pricing;
  price: { min: number; preset: number; max: number } | null;
  professional: { price: number; durationMinutes: number };
  name: Words;
  short: Words;
  scopeIn: Words[];
  scopeOut: Words[];
  intake: IntakeQuestion[];
  checklist: ChecklistItem[];
  rootCauses: RootCause[];
  synonyms: Record<keyof Words, string[]>;
};

export type CategoryContent = { code: string; icon: string; name: Words; short: Words };
export type ProgrammeContent = { code: string; name: Words; short: Words; validityMonths: number };

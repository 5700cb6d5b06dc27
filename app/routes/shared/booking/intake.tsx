import type { IntakeQuestion } from "#app/domain/catalogue/catalogue.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import type { Translate } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { DefinitionList } from "#app/ui/index.ts";

/** The answers to the intake questions in the reader's words; unanswered questions are left out. */
export function answersOf(intake: readonly IntakeQuestion[], answers: Readonly<Record<string, string>>, locale: Locale, t: Translate): { question: string; answer: string }[] {
  return intake.flatMap(({ code, kind, question, choices }) => {
    const given = answers[code];
    if (!given) return [];
    const chosen = choices?.find((choice) => choice.code === given)?.words[locale];
    const answer = chosen ?? (kind === "yesno" ? t(given === "yes" ? "booking.yes" : "booking.no") : given);
    return [{ question: question[locale], answer }];
  });
}

/** What the customer answered about the concern, as a list. */
export function IntakeAnswers({ intake, answers }: { intake: readonly IntakeQuestion[]; answers: Readonly<Record<string, string>> }) {
  const t = useT();
  const locale = useLocale();
  const items = answersOf(intake, answers, locale, t);
  if (items.length === 0) return null;
  return <DefinitionList layout="stacked" items={items.map(({ question, answer }) => ({ term: question, value: answer }))} />;
}

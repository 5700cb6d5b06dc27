import type { Typed } from "#app/domain/booking/draft.commands.server.ts";

/** What was typed, valid or not, to be kept in the draft. */
export function typedIn(form: FormData): Typed {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const intake: Record<string, string> = {};
  for (const [name, value] of form) if (name.startsWith("intake.") && typeof value === "string") intake[name.slice("intake.".length)] = value;
  return { name: text("name"), email: text("email"), mobile: text("mobile"), elsewhere: text("elsewhere") === "on", visitedName: text("visitedName"), visitedTelephone: text("visitedTelephone"), visitedEmail: text("visitedEmail"), visitedLocale: text("visitedLocale"), street: text("street"), concern: text("concern"), substitution: text("substitution") === "same_time" ? "same_time" : "ask", intake };
}

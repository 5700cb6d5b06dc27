import { useT } from "#app/texts/use.ts";
import { RadioCards } from "#app/ui/index.ts";

/** What happens when the helper cannot come: asked in the customer's own form and in the one for callers. */
export function SubstitutionChoice({ who, value }: { who: string; value: string }) {
  const t = useT();
  return (
    <RadioCards
      name="substitution"
      label={t("dispatch.choice.title", { who })}
      hint={t("dispatch.choice.hint")}
      defaultValue={value === "same_time" ? "same_time" : "ask"}
      options={[
        { value: "ask", label: t("dispatch.choice.ask"), hint: t("dispatch.choice.askHint") },
        { value: "same_time", label: t("dispatch.choice.same_time"), hint: t("dispatch.choice.sameHint") },
      ]}
    />
  );
}

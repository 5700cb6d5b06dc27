import { Form } from "@remix-run/react";
import { LocateFixed, MapPin } from "#app/ui/icons.ts";
import { useState } from "react";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, cx, Icon, SearchField, useHydrated } from "#app/ui/index.ts";

export type SearchFormValues = { what: string; service: string; where: string; place: string };
const nothing: SearchFormValues = { what: "", service: "", where: "", place: "" };

type Found = { items?: { value: string; label: string }[] };

/** What and where: a plain GET form that suggests while one types where JavaScript runs. */
export function SearchForm({ values = nothing, layout = "slim", submitLabel }: { values?: SearchFormValues; layout?: "stacked" | "slim"; submitLabel?: string }) {
  const t = useT();
  const locale = useLocale();
  const [here, setHere] = useState<{ label: string; value: string } | null>(null);
  const count = (n: number) => t("search.form.suggestions", { count: n });
  const where = here?.label ?? values.where;
  return (
    <Form method="get" action={`/${locale}/search`} className={cx("grid gap-4", layout === "stacked" ? "sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end" : "sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] sm:items-end sm:gap-3")}>
      <SearchField
        className={layout === "stacked" ? "sm:col-span-2" : undefined}
        key={`what ${values.what}`} name="what" label={t("search.form.what")} placeholder={t("search.form.whatExample")} defaultValue={values.what} defaultChosen={values.service}
        valueName="service" suggestionsUrl={`/services.json?locale=${locale}`} countText={count}
      />
      <div className="relative">
        <SearchField
          key={`where ${where}`} name="where" label={t("search.form.where")} placeholder={t("search.form.whereExample")} defaultValue={where} defaultChosen={here?.value ?? values.place}
          icon={MapPin} autoComplete="postal-code" valueName="place" suggestionsUrl={`/places.json?locale=${locale}`} countText={count}
        />
        <HereButton onFound={setHere} />
      </div>
      <Button className={layout === "slim" ? "sm:justify-self-start" : undefined}>{submitLabel ?? t("search.form.submit")}</Button>
    </Form>
  );
}

/** Asks the device for its position, rounds it to about a kilometre before it leaves, and keeps only the nearest place. */
function HereButton({ onFound }: { onFound: (place: { label: string; value: string }) => void }) {
  const t = useT();
  const locale = useLocale();
  const hydrated = useHydrated();
  const [state, setState] = useState<"idle" | "asking" | "failed">("idle");
  if (!hydrated || !("geolocation" in navigator)) return null;
  const ask = () => {
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        try {
          const answer = await fetch(`/places.json?locale=${locale}&lat=${coords.latitude.toFixed(2)}&lng=${coords.longitude.toFixed(2)}`);
          const [first] = ((await answer.json()) as Found).items ?? [];
          if (first) onFound(first);
          setState(first ? "idle" : "failed");
        } catch {
          setState("failed");
        }
      },
      () => setState("failed"),
      { maximumAge: 600_000, timeout: 10_000 },
    );
  };
  return (
    <>
      <button type="button" onClick={ask} className="absolute -top-2.5 right-0 inline-flex min-h-11 items-center gap-1.5 rounded-sm text-sm font-medium text-accent hover:underline lg:min-h-9 lg:-top-1.5">
        <Icon icon={LocateFixed} size={16} />
        {state === "asking" ? t("places.asking") : t("places.here")}
      </button>
      <p role="status" className={state === "failed" ? "mt-2 text-sm text-muted" : "sr-only"}>{state === "failed" ? t("places.failed") : ""}</p>
    </>
  );
}

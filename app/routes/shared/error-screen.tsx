import { useLocale, useT } from "#app/texts/use.ts";

/** What went wrong, why, and the way on; 404 covers a stranger's id as well. */
export function ErrorScreen({ status }: { status: number }) {
  const t = useT();
  const locale = useLocale();
  const kind = status === 404 ? "notFound" : status === 403 ? "notAllowed" : status === 429 ? "tooMany" : "broken";
  return (
    <main id="main" className="q-container q-container-text">
      <h1>{t(`errors.${kind}.title`)}</h1>
      <p>{t(`errors.${kind}.words`)}</p>
      <p><a href={`/${locale}`}>{t("errors.toStart")}</a></p>
    </main>
  );
}

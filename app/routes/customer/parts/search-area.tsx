import { Form } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { formatDay } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Container, ErrorSummary, Heading, Lead, Stack, SubmitButton, TextField } from "#app/ui/index.ts";

type Props = { postcode: string; locality: string; opensAt: number | null; state?: FormState };

/** Outside the programme area: when it opens, and "tell me when". */
export function AreaWishForm({ postcode, locality, opensAt, state }: Props) {
  const t = useT();
  const locale = useLocale();
  const errors = state?.errors ?? {};
  const words = (field: string) => (errors[field] ? t(errors[field] as TextKey) : null);
  const problems = Object.keys(errors).map((field) => ({ field, message: words(field) ?? "" }));
  const typed = (field: string) => String(state?.values[field] ?? "");
  return (
    <Container width="narrow" className="py-8 lg:py-16">
      <Heading level={1}>{locality ? t("search.area.title", { place: locality }) : t("search.area.titleBare")}</Heading>
      <Lead className="mt-3">{opensAt === null ? t("search.area.words") : t("search.area.opens", { day: formatDay(opensAt, locale) })}</Lead>
      <Form method="post" action={`/${locale}/area-wish`} className="mt-8">
        <ErrorSummary title={t("errors.summary.title")} errors={problems} />
        <Stack gap={6}>
          <TextField name="postcode" label={t("search.area.postcode")} inputMode="numeric" autoComplete="postal-code" width="short" maxLength={4} defaultValue={typed("postcode") || postcode} error={words("postcode")} required />
          <TextField name="email" type="email" autoComplete="email" label={t("search.area.email")} optional={t("search.area.optional")} hint={t("search.area.emailHint")} defaultValue={typed("email")} error={words("email")} />
          <p><SubmitButton pendingLabel={t("search.area.sending")}>{t("search.area.submit")}</SubmitButton></p>
        </Stack>
      </Form>
    </Container>
  );
}

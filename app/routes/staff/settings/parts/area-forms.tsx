import { Form } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, Checkbox, DataTable, Disclosure, EmptyState, ErrorSummary, Heading, Stack, SubmitButton, TextArea, TextField } from "#app/ui/index.ts";

type Props = { everywhere: boolean; postcodes: { postcode: string; opensAt: number; place: string }[]; state: FormState | undefined };

/** The programme area: everywhere, or postcodes with opening dates. */
export function AreaForms({ everywhere, postcodes, state }: Props) {
  const [t, locale] = [useT(), useLocale()];
  return (
    <Stack gap={8}>
      <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t)} />
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="intent" value="scope" />
        <Checkbox name="everywhere" label={t("staffSettings.area.everywhere")} hint={t("staffSettings.area.everywhereHint")} defaultChecked={everywhere} />
        <div><Button type="submit" variant="secondary">{t("staffSettings.area.saveScope")}</Button></div>
      </Form>
      <section aria-labelledby="open">
        <Heading level={2} size={3} id="open">{t("staffSettings.area.open")}</Heading>
        <Form method="post" className="mt-4 max-w-[46rem]">
          <Stack gap={4}>
            <TextArea name="postcodes" rows={3} label={t("staffSettings.area.postcodes")} hint={t("staffSettings.area.postcodesHint")} error={problemAt(state, t, "postcodes")} defaultValue={typedAt(state, "postcodes") ?? ""} />
            <TextField name="opensAt" type="date" width="medium" label={t("staffSettings.area.opensAt")} error={problemAt(state, t, "opensAt")} defaultValue={typedAt(state, "opensAt") ?? ""} />
            <div><SubmitButton pendingLabel={t("staffSettings.saving")}>{t("staffSettings.area.openAction")}</SubmitButton></div>
          </Stack>
        </Form>
      </section>
      {postcodes.length > 0 ? (
        <Disclosure key={postcodes.length} summary={t("staffSettings.area.close")} open={state?.errors.closing !== undefined}>
          <Form method="post" className="max-w-[46rem]">
            <Stack gap={4}>
              <p>{t("staffSettings.area.closeWords")}</p>
              <TextArea name="closing" rows={3} label={t("staffSettings.area.postcodes")} hint={t("staffSettings.area.postcodesHint")} error={problemAt(state, t, "closing")} defaultValue={typedAt(state, "closing") ?? ""} />
              <div><SubmitButton name="intent" value="close" variant="danger" pendingLabel={t("staffSettings.saving")}>{t("staffSettings.area.closeAction")}</SubmitButton></div>
            </Stack>
          </Form>
        </Disclosure>
      ) : null}
      <DataTable
        caption={t("staffSettings.area.list", { count: postcodes.length })}
        dense
        rows={postcodes}
        rowKey={(row) => row.postcode}
        empty={<EmptyState title={t("staffSettings.area.none.title")}>{t("staffSettings.area.none.words")}</EmptyState>}
        columns={[
          { key: "postcode", head: t("staffSettings.area.postcode"), cell: (row) => row.postcode, rowHead: true },
          { key: "place", head: t("staffSettings.area.place"), cell: (row) => row.place },
          { key: "opensAt", head: t("staffSettings.area.opensAt"), cell: (row) => formatDate(row.opensAt, locale) },
        ]}
      />
    </Stack>
  );
}

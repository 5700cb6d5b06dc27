import { Form } from "@remix-run/react";
import { calendarLimits } from "#app/domain/calendars/calendars.ts";
import type { FormState } from "#app/http/form.server.ts";
import { useT } from "#app/texts/use.ts";
import { Disclosure, FileField, Heading, Muted, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import { useForm } from "./screen.tsx";

/** Two ways to bring a calendar along: its address, or a file. What is wrong comes in words. */
export function AddCalendar({ state, where }: { state: FormState | undefined; where: readonly string[] }) {
  const t = useT();
  const { typed } = useForm(state);
  const error = (field: string) => state?.errors[field];
  return (
    <div className="grid gap-8">
      <Form method="post" noValidate>
        <Stack gap={4}>
          <div><Heading level={3} size={4}>{t("calendars.screen.addAddress")}</Heading><Muted>{t("calendars.screen.addAddressWords")}</Muted></div>
          <TextField name="address" label={t("calendars.screen.address")} hint={t("calendars.screen.addressHint")} error={error("address")} inputMode="url" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={calendarLimits.urlLength} defaultValue={typed("address", "")} />
          <Disclosure summary={t("calendars.screen.where")}>
            <ul className="grid list-disc gap-2 pl-5">{where.map((each) => <li key={each}>{each}</li>)}</ul>
          </Disclosure>
          <TextField name="name" label={t("calendars.screen.name")} hint={t("calendars.screen.nameHint")} error={error("name")} autoComplete="off" maxLength={calendarLimits.nameLength} defaultValue={typed("name", "")} />
          <div><SubmitButton name="intent" value="address" pendingLabel={t("common.sending")}>{t("calendars.screen.submitAddress")}</SubmitButton></div>
        </Stack>
      </Form>
      <Form method="post" encType="multipart/form-data" noValidate>
        <Stack gap={4}>
          <div><Heading level={3} size={4}>{t("calendars.screen.addFile")}</Heading><Muted>{t("calendars.screen.addFileWords")}</Muted></div>
          <FileField name="file" label={t("calendars.screen.file")} hint={t("calendars.screen.fileHint")} error={error("file")} accept=".ics,.ical,text/calendar" />
          <div><SubmitButton name="intent" value="file" variant="secondary" pendingLabel={t("common.sending")}>{t("calendars.screen.submitFile")}</SubmitButton></div>
        </Stack>
      </Form>
    </div>
  );
}

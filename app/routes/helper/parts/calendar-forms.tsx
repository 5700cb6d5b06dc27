import { Form } from "@remix-run/react";
import { calendarLimits } from "#app/domain/calendars/calendars.ts";
import type { FormState } from "#app/http/form.server.ts";
import { useT } from "#app/texts/use.ts";
import { Disclosure, FileField, Heading, Muted, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import { useForm } from "./screen.tsx";

/** Two ways to bring a calendar along: its address, or a file. */
export function AddCalendar({ state }: { state: FormState | undefined }) {
  const t = useT();
  const { typed, error } = useForm(state);
  return (
    <div className="grid gap-8">
      <Form method="post" noValidate>
        <Stack gap={4}>
          <div><Heading level={3} size={4}>{t("calendars.addAddress")}</Heading><Muted>{t("calendars.addAddressWords")}</Muted></div>
          <TextField name="address" label={t("calendars.address")} hint={t("calendars.addressHint")} error={error("address")} inputMode="url" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={calendarLimits.urlLength} defaultValue={typed("address", "")} />
          <Disclosure summary={t("calendars.where")}>
            <ul className="grid list-disc gap-2 pl-5"><li>{t("calendars.whereGoogle")}</li><li>{t("calendars.whereApple")}</li><li>{t("calendars.whereOutlook")}</li></ul>
          </Disclosure>
          <TextField name="name" label={t("calendars.name")} hint={t("calendars.nameHint")} error={error("name")} autoComplete="off" maxLength={calendarLimits.nameLength} defaultValue={typed("name", "")} />
          <div><SubmitButton name="intent" value="address" pendingLabel={t("common.sending")}>{t("calendars.submitAddress")}</SubmitButton></div>
        </Stack>
      </Form>
      <Form method="post" encType="multipart/form-data" noValidate>
        <Stack gap={4}>
          <div><Heading level={3} size={4}>{t("calendars.addFile")}</Heading><Muted>{t("calendars.addFileWords")}</Muted></div>
          <FileField name="file" label={t("calendars.file")} hint={t("calendars.fileHint")} error={error("file")} accept=".ics,.ical,text/calendar" />
          <div><SubmitButton name="intent" value="file" variant="secondary" pendingLabel={t("common.sending")}>{t("calendars.submitFile")}</SubmitButton></div>
        </Stack>
      </Form>
    </div>
  );
}

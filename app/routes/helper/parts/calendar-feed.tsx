import { Form } from "@remix-run/react";
import { formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { CopyField, Disclosure, Heading, Muted, Notice, Stack, SubmitButton } from "#app/ui/index.ts";
import { KeyRound } from "#app/ui/icons.ts";

/** The secret address under which the helper's own calendar fetches their visits. */
export function FeedPart({ feed: { address, lastReadAt } }: { feed: { address: string | null; lastReadAt: number | null } }) {
  const t = useT();
  const locale = useLocale();
  return (
    <section id="feed" className="grid scroll-mt-4 gap-4">
      <div><Heading level={2} size={3}>{t("calendars.feed")}</Heading><Muted>{t("calendars.feedWords")}</Muted></div>
      {address === null ? (
        <Form method="post"><SubmitButton name="intent" value="open" variant="secondary" pendingLabel={t("common.sending")}>{t("calendars.feedOpen")}</SubmitButton></Form>
      ) : (
        <Stack gap={4}>
          <CopyField label={t("calendars.feedAddress")} value={address} copyLabel={t("calendars.copy")} copiedLabel={t("calendars.copied")} />
          <Muted>{lastReadAt === null ? t("calendars.feedNever") : t("calendars.feedLast", { time: `${formatShortDay(lastReadAt, locale)}, ${formatTime(lastReadAt, locale)}` })}</Muted>
          <Disclosure summary={t("calendars.how")}>
            <ul className="grid list-disc gap-2 pl-5"><li>{t("calendars.howPhone")}</li><li>{t("calendars.howGoogle")}</li><li>{t("calendars.howOutlook")}</li></ul>
          </Disclosure>
          <Notice tone="info" icon={KeyRound}>{t("calendars.feedSecret")}</Notice>
          <Form method="post" className="grid gap-2">
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="intent" value="renew" variant="secondary" pendingLabel={t("common.sending")}>{t("calendars.feedRenew")}</SubmitButton>
              <SubmitButton name="intent" value="close" variant="quiet" pendingLabel={t("common.sending")}>{t("calendars.feedClose")}</SubmitButton>
            </div>
            <Muted>{t("calendars.feedRenewHint")}</Muted>
          </Form>
        </Stack>
      )}
    </section>
  );
}

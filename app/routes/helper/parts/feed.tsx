import { Form } from "@remix-run/react";
import { formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { CopyField, Disclosure, Heading, Muted, Notice, Stack, SubmitButton } from "#app/ui/index.ts";
import { KeyRound } from "#app/ui/icons.ts";

/** The secret address under which the helper's own calendar fetches their visits. */
export function FeedPart({ feed: { address, lastReadAt }, how }: { feed: { address: string | null; lastReadAt: number | null }; how: readonly string[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <section id="feed" className="grid scroll-mt-4 gap-4">
      <div><Heading level={2} size={3}>{t("calendars.screen.feed")}</Heading><Muted>{t("calendars.screen.feedWords")}</Muted></div>
      {address === null ? (
        <Form method="post"><SubmitButton name="intent" value="open" variant="secondary" pendingLabel={t("common.sending")}>{t("calendars.screen.feedOpen")}</SubmitButton></Form>
      ) : (
        <Stack gap={4}>
          <CopyField label={t("calendars.screen.feedAddress")} value={address} copyLabel={t("calendars.screen.copy")} copiedLabel={t("calendars.screen.copied")} />
          <Muted>{lastReadAt === null ? t("calendars.screen.feedNever") : t("calendars.screen.feedLast", { time: `${formatShortDay(lastReadAt, locale)}, ${formatTime(lastReadAt, locale)}` })}</Muted>
          <Disclosure summary={t("calendars.screen.how")}>
            <ul className="grid list-disc gap-2 pl-5">{how.map((each) => <li key={each}>{each}</li>)}</ul>
          </Disclosure>
          <Notice tone="info" icon={KeyRound}>{t("calendars.screen.feedSecret")}</Notice>
          <Form method="post" className="grid gap-2">
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="intent" value="renew" variant="secondary" pendingLabel={t("common.sending")}>{t("calendars.screen.feedRenew")}</SubmitButton>
              <SubmitButton name="intent" value="close" variant="quiet" pendingLabel={t("common.sending")}>{t("calendars.screen.feedClose")}</SubmitButton>
            </div>
            <Muted>{t("calendars.screen.feedRenewHint")}</Muted>
          </Form>
        </Stack>
      )}
    </section>
  );
}

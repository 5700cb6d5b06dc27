import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { addExceptionDays, removeExceptionDays, setWeeklyHours } from "#app/domain/availability/availability.commands.server.ts";
import { removeHoliday } from "#app/domain/availability/rules.commands.server.ts";
import { calendarHours } from "#app/domain/availability/availability.queries.server.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { exceptionsAhead } from "#app/domain/availability/exceptions.ts";
import { pause, resume } from "#app/domain/helper/helper.commands.server.ts";
import { answer } from "#app/http/answer.server.ts";
import type { FormState } from "#app/http/form.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { formatDay } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { CalendarDays, CalendarPlus, SlidersHorizontal } from "#app/ui/icons.ts";
import { ButtonLink, Columns, cx, Heading, Muted, Notice, Row, Stack, SubmitButton } from "#app/ui/index.ts";
import { Exceptions } from "./parts/exceptions.tsx";
import { readExceptions } from "./parts/exceptions.server.ts";
import { Fortnight } from "./parts/fortnight.tsx";
import { fortnight } from "./parts/fortnight.server.ts";
import { Holidays } from "./parts/holidays.tsx";
import { enterHoliday, holidaysShown } from "./parts/holidays.server.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { type HoursState, hoursState, oneSpanMore, readHours } from "./parts/hours.ts";
import { HoursForm } from "./parts/hours-form.tsx";
import { Screen, Trouble, useDone } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("helper.calendar.title", "helper.calendar.description");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const hours = await calendarHours(ctx, helper.id);
  return { hours: hoursState(hours.weekly), holidays: await holidaysShown(ctx, hours), exceptions: exceptionsAhead(hours.exceptions, dateAt(ctx.settings.zone, ctx.now)), days: await fortnight(ctx, helper, hours), pausedAt: helper.pausedAt, today: dateAt(ctx.settings.zone, ctx.now) };
}

type Answer = { hours?: HoursState; exception?: FormState; holiday?: FormState };
const asks = (value: Answer, status = 200) => data<Answer>(value, { status });

export async function action(args: ActionFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const form = await sentForm(args.request);
  const intent = String(form.get("intent") ?? "");
  const done = (word: string, part: string) => redirect(`${helperPath(ctx.locale, `calendar?done=${word}`)}#${part}`);
  if (intent === "pause" || intent === "resume") {
    answer(await (intent === "pause" ? pause : resume)(ctx, helper.id));
    return done(intent === "pause" ? "paused" : "resumed", "pause");
  }
  if (intent === "remove") {
    answer(await removeExceptionDays(ctx, form.getAll("id").map(String)));
    return done("removedException", "exceptions");
  }
  if (intent === "removeHoliday") {
    answer(await removeHoliday(ctx, String(form.get("id") ?? "")));
    return done("removedHoliday", "holidays");
  }
  if (intent === "holiday") {
    const holiday = await enterHoliday(ctx, helper.id, form);
    return holiday ? asks({ holiday }, 400) : done("addedHoliday", "holidays");
  }
  if (intent === "exception") {
    const read = readExceptions(ctx, form);
    if (!read.ok) return asks({ exception: read.state }, 400);
    answer(await addExceptionDays(ctx, helper.id, read.days, (await calendarHours(ctx, helper.id)).exceptions));
    return done("addedException", "exceptions");
  }
  const { spans, state } = readHours(form);
  if (intent.startsWith("row-")) return asks({ hours: oneSpanMore(state, Number(intent.slice(4))) });
  if (Object.keys(state.errors).length) return asks({ hours: state }, 400);
  answer(await setWeeklyHours(ctx, helper.id, spans));
  return done("savedWeekly", "weekly");
}

/** What was done, beside the part of the screen that the address leads back to. */
const doneAt = { savedWeekly: "weekly", addedException: "exceptions", removedException: "exceptions", addedHoliday: "holidays", removedHoliday: "holidays", paused: "pause", resumed: "pause" } as const;
const doneWords = Object.keys(doneAt) as (keyof typeof doneAt)[];
const wordsOf = (done: keyof typeof doneAt) => (done === "addedHoliday" || done === "removedHoliday" ? (`helper.times.${done}` as const) : (`helper.calendar.${done}` as const));

export default function Calendar() {
  const t = useT();
  const locale = useLocale();
  const { hours, exceptions, holidays, days, pausedAt, today } = useLoaderData<typeof loader>();
  const said = useAnswer<typeof action>() as Answer | undefined;
  const hasNoHours = Object.keys(hours.values).length === 0;
  const word = useDone();
  const done = doneWords.find((each) => each === word);
  const saved = (part: string) => (done && doneAt[done] === part ? <Notice tone="ok" role="status">{t(wordsOf(done))}</Notice> : null);
  return (
    <Screen title={t("helper.calendar.title")} width="normal">
      <Row gap={2}>
        <ButtonLink to={helperPath(locale, "calendar/week")} variant="secondary" size="small" icon={CalendarDays}>{t("helper.times.weekTitle")}</ButtonLink>
        <ButtonLink to={helperPath(locale, "calendar/rules")} variant="secondary" size="small" icon={SlidersHorizontal}>{t("helper.times.rules")}</ButtonLink>
        <ButtonLink to={helperPath(locale, "me/calendars")} variant="secondary" size="small" icon={CalendarPlus}>{t("helper.me.calendars.label")}</ButtonLink>
        <ButtonLink to={helperPath(locale, "calendar/sick")} variant="quiet" size="small">{t("rescue.sick.title")}</ButtonLink>
      </Row>
      <Columns of={2}>
        <section className={cx("grid content-start gap-4", hasNoHours && "order-last lg:order-none")}>
          <Heading level={2} size={3}>{t("helper.calendar.fortnight")}</Heading>
          <Fortnight days={days} isPaused={pausedAt !== null} />
        </section>
        <Stack gap={12}>
          <section id="weekly" className="grid scroll-mt-4 gap-4">
            <div><Heading level={2} size={3}>{t("helper.calendar.weekly")}</Heading><Muted>{t("helper.calendar.weeklyWords")}</Muted></div>
            {saved("weekly")}
            <HoursForm state={said?.hours ?? hours} />
          </section>
          <section id="exceptions" className="grid scroll-mt-4 gap-4">
            <div><Heading level={2} size={3}>{t("helper.calendar.exceptions")}</Heading><Muted>{t("helper.calendar.exceptionsWords")}</Muted></div>
            {saved("exceptions")}
            <Exceptions rows={exceptions} state={said?.exception} today={today} />
          </section>
          <section id="holidays" className="grid scroll-mt-4 gap-4">
            <div><Heading level={2} size={3}>{t("helper.times.holidays")}</Heading><Muted>{t("helper.times.holidaysWords")}</Muted></div>
            {saved("holidays")}
            <Holidays rows={holidays} state={said?.holiday} today={today} />
          </section>
          <section id="pause" className="grid scroll-mt-4 gap-4">
            <div><Heading level={2} size={3}>{t("helper.calendar.pauseTitle")}</Heading><Muted>{pausedAt === null ? t("helper.calendar.pauseWords") : t("helper.calendar.pausedSince", { date: formatDay(pausedAt, locale) })}</Muted></div>
            {saved("pause")}
            <Form method="post">
              <SubmitButton name="intent" value={pausedAt === null ? "pause" : "resume"} variant={pausedAt === null ? "secondary" : "primary"} pendingLabel={t("common.sending")}>{t(pausedAt === null ? "helper.calendar.pause" : "helper.calendar.resume")}</SubmitButton>
            </Form>
          </section>
        </Stack>
      </Columns>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };

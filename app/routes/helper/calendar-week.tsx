import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import { setDayHours } from "#app/domain/availability/rules.commands.server.ts";
import { answer } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { formatShortDay, labelled } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, cx, ErrorSummary, Muted, Row, StickyAction, SubmitButton, useHydrated } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { Screen, Trouble, useDone } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { readWeek, rowsOf, type WeekRows } from "./parts/week.ts";
import { DayFields } from "./parts/week-form.tsx";
import { DayTabs, WeekNav } from "./parts/week-nav.tsx";
import { WeekGrid } from "./parts/week-grid.tsx";
import { weekOf, weekShown } from "./parts/week.server.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("helper.times.weekTitle", "helper.times.weekDescription");

const asked = (request: Request): string => new URL(request.url).searchParams.get("date") ?? "";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  return weekShown(ctx, helper.id, asked(args.request));
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const form = await sentForm(args.request);
  const { date, today } = weekOf(ctx, asked(args.request));
  const shown = await weekShown(ctx, helper.id, date);
  const open = shown.days.filter((day) => day.state === "open" && day.date >= today);
  const done = (word: string) => redirect(helperPath(ctx.locale, `calendar/week?date=${date}&done=${word}`));
  const usual = open.find((day) => day.date === form.get("usual"));
  if (usual) {
    answer(await setDayHours(ctx, helper.id, [{ date: usual.date, spans: usual.usual }]));
    return done("usualAgain");
  }
  const { days, rows, errors } = readWeek(form, open.map((day) => day.date));
  if (Object.keys(errors).length) return data({ rows, errors }, { status: 400 });
  // A day that nobody touched keeps its exceptions as they are.
  const before = new Map(open.map((day) => [day.date, JSON.stringify(day.spans)]));
  answer(await setDayHours(ctx, helper.id, days.filter((day) => before.get(day.date) !== JSON.stringify(day.spans))));
  return done("saved");
}

const doneWords = ["saved", "usualAgain"] as const;

export default function CalendarWeek() {
  const t = useT();
  const locale = useLocale();
  const hydrated = useHydrated();
  const week = useLoaderData<typeof loader>();
  const { days, date } = week;
  const said = useAnswer<typeof action>();
  const view = useSearchParams()[0].get("view");
  const stored = useMemo(() => JSON.stringify(Object.fromEntries(days.map((day) => [day.date, rowsOf(day.spans)]))), [days]);
  const [rows, setRows] = useState<WeekRows>(() => ({ ...(JSON.parse(stored) as WeekRows), ...said?.rows }));
  const [isPainting, setPainting] = useState(false);
  // Another day of the same week is only another look: what was typed stays until the stored hours are others.
  useEffect(() => setRows({ ...(JSON.parse(stored) as WeekRows), ...said?.rows }), [stored, said]);
  const isDirty = JSON.stringify(rows) !== stored;
  const word = useDone();
  const done = doneWords.find((each) => each === word);
  const to = (day: string, look = view) => helperPath(locale, `calendar/week?date=${day}${look === "day" || look === "week" ? `&view=${look}` : ""}`);
  const shownOn = (day: string) => (day === date || view === "week" ? "" : view === "day" ? "hidden" : "max-lg:hidden");
  const change = (day: string, next: WeekRows[string]) => setRows((all) => ({ ...all, [day]: next }));
  const problems = Object.entries(said?.errors ?? {}).map(([field, key]) => ({ field, message: `${labelled(formatShortDay(Date.parse(`${field.slice(2, 12)}T12:00:00Z`), locale), locale)} ${t(key as TextKey)}` }));
  return (
    <Screen title={t("helper.times.weekTitle")} lead={t("helper.times.weekLead")} back={{ to: helperPath(locale, "calendar"), label: t("helper.calendar.title") }} saved={done && !isDirty ? t(`helper.times.${done}`) : null} width="normal">
      <WeekNav days={days} previous={to(week.previous)} next={to(week.next)} />
      <Row gap={2} justify="between">
        <div className="flex flex-wrap gap-2">
          <Link className={cx("q-button q-small", view === "day" ? "q-primary" : "q-secondary")} aria-current={view === "day" ? "page" : undefined} to={to(date, "day")}>{t("helper.times.viewDay")}</Link>
          <Link className={cx("q-button q-small", view === "week" ? "q-primary" : "q-secondary")} aria-current={view === "week" ? "page" : undefined} to={to(date, "week")}>{t("helper.times.viewWeek")}</Link>
          {week.isThisWeek ? null : <Link className="q-button q-quiet q-small" to={helperPath(locale, "calendar/week")}>{t("helper.times.thisWeek")}</Link>}
        </div>
        {hydrated ? <button type="button" aria-pressed={isPainting} className={cx("q-button q-small hidden pointer-coarse:inline-flex", isPainting ? "q-primary" : "q-secondary")} onClick={() => setPainting(!isPainting)}>{t(isPainting ? "helper.times.painting" : "helper.times.paint")}</button> : null}
      </Row>
      <div className={cx(view === "week" ? "hidden" : view === "day" ? "" : "lg:hidden")}>
        <DayTabs days={days} current={date} to={to} />
      </div>
      {hydrated && days.some(({ state }) => state === "open") ? <Muted>{t("helper.times.drag")}</Muted> : null}
      <WeekGrid days={days} rows={rows} shownOn={shownOn} columns={view === "week" ? "grid-cols-7" : view === "day" ? "" : "lg:grid-cols-7"} isPainting={isPainting} onPaint={(day, spans) => change(day, rowsOf(spans))} />
      <Form method="post" action={to(date)} noValidate className="grid gap-4">
        {/* Enter in a field saves: a form takes its first button for that. */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">{t("helper.times.save")}</button>
        <ErrorSummary title={t("errors.summary.title")} errors={problems} />
        <div className="grid divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
          {days.filter(({ state }) => state !== "past").map((day) => <DayFields key={day.date} day={day} rows={rows[day.date] ?? rowsOf(day.spans)} errors={said?.errors ?? {}} className={shownOn(day.date)} onChange={(next) => change(day.date, next)} />)}
        </div>
        {days.some(({ state }) => state === "open") ? <StickyAction note={isDirty && hydrated ? t("helper.times.unsaved") : undefined}>
          <Row gap={2}>
            <SubmitButton pendingLabel={t("common.sending")}>{t("helper.times.save")}</SubmitButton>
            {isDirty && hydrated ? <Button type="button" variant="quiet" onClick={() => setRows(JSON.parse(stored) as WeekRows)}>{t("helper.times.discard")}</Button> : null}
          </Row>
        </StickyAction> : null}
      </Form>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };

import { data, redirect } from "@remix-run/node";
import { addExceptionDays, removeExceptionDays, setWeeklyHours } from "#app/domain/availability/availability.commands.server.ts";
import { calendarHours } from "#app/domain/availability/availability.queries.server.ts";
import type { WeeklySpan } from "#app/domain/availability/availability.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { mostExceptionDays, readExceptionDays } from "#app/domain/availability/exceptions.ts";
import { readSpans } from "#app/domain/availability/hours.text.ts";
import { endLane, renameLane } from "#app/domain/availability/lanes.commands.server.ts";
import { laneSchema } from "#app/domain/availability/lanes.schema.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { answer, statusOf } from "#app/http/answer.server.ts";
import { type FormState, readForm, typedValues } from "#app/http/form.server.ts";
import { weekdays } from "../../helpers/parts/hours.tsx";

const exceptionProblems = { past: "staffHelpers.lanes.problem.past", range: "staffHelpers.lanes.problem.range", order: "staffHelpers.lanes.problem.order" };

/** Which of the lane's forms comes back, and with what. */
export type LaneAnswer = { change?: FormState; weekly?: FormState; exception?: FormState; end?: FormState };

/** One form of a lane's page: name and wait, weekly hours, an exception more or less, the end. */
export async function changeLane(ctx: Context, laneId: string, form: FormData) {
  const done = (word: string) => redirect(`/${ctx.locale}/staff/lanes/${laneId}?done=${word}`);
  const again = (state: LaneAnswer, status = 400) => data<LaneAnswer>(state, { status });
  switch (String(form.get("intent") ?? "")) {
    case "change": {
      const read = readForm(form, laneSchema);
      if (!read.ok) return again({ change: read.state });
      const result = await renameLane(ctx, laneId, read.value);
      if (result.ok) return done("saved");
      if (result.refusal === "name-taken" || result.refusal === "wrong-state") return again({ change: { values: read.values, errors: { name: `staffHelpers.lanes.${result.refusal}` }, refusal: result.refusal } }, statusOf(result.refusal));
      return answer(result);
    }
    case "weekly": {
      const { spans, state } = readWeek(form);
      if (Object.keys(state.errors).length) return again({ weekly: state });
      answer(await setWeeklyHours(ctx, laneId, spans));
      return done("saved");
    }
    case "exception": {
      const field = (name: string) => String(form.get(name) ?? "").trim();
      const read = readExceptionDays({ date: field("date"), dateUntil: field("dateUntil"), kind: field("kind"), from: field("from"), until: field("until") }, dateAt(ctx.settings.zone, ctx.now), exceptionProblems);
      if (!read.ok) return again({ exception: { values: typedValues(form), errors: read.errors } });
      answer(await addExceptionDays(ctx, laneId, read.days, (await calendarHours(ctx, laneId)).exceptions));
      return done("added");
    }
    case "remove": {
      const own = new Set((await calendarHours(ctx, laneId)).exceptions.map(({ id }) => id));
      answer(await removeExceptionDays(ctx, form.getAll("id").map(String).filter((id) => own.has(id)).slice(0, mostExceptionDays)));
      return done("removed");
    }
    case "end":
      if (form.get("sure") !== "on") return again({ end: { values: {}, errors: { sure: "errors.field.agree" } } });
      answer(await endLane(ctx, laneId));
      return redirect(`/${ctx.locale}/staff/lanes?done=ended`);
    default:
      throw new Response("invalid", { status: 400 });
  }
}

function readWeek(form: FormData): { spans: WeeklySpan[]; state: FormState } {
  const state: FormState = { values: {}, errors: {} };
  const spans: WeeklySpan[] = [];
  for (const weekday of weekdays) {
    const name = `day${weekday}`;
    const text = String(form.get(name) ?? "").slice(0, 200);
    state.values[name] = text;
    const read = readSpans(text);
    if (read.ok) spans.push(...read.spans.map((span) => ({ weekday, ...span })));
    else state.errors[name] = `staffHelpers.lanes.problem.${read.problem}`;
  }
  return { spans, state };
}

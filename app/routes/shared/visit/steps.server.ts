import { data, redirect } from "@remix-run/node";
import { fileReport, finishVisit, setOff, startVisit } from "#app/domain/booking/booking.commands.server.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { minute } from "#app/domain/kernel/time.ts";
import { arriveAt, changeArrival } from "#app/domain/visit/arrival.commands.server.ts";
import { checkCode } from "#app/domain/visit/code.commands.server.ts";
import { confirmVisit } from "#app/domain/visit/confirm.commands.server.ts";
import { arrivalChoices, arrivalWindow, clockTime, type Window } from "#app/domain/visit/visit.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import { type FormState, typedValues } from "#app/http/form.server.ts";
import { translator } from "#app/texts/registry.ts";
import { visitRefusal } from "./refusal.ts";
import { oneRowMore, readReport, type ReportState } from "./report-form.server.ts";

/** What a step of a visit answers when it did not lead on. */
export type VisitAnswer = { /** Why a step was not possible: by name, and in the helper's words. */ refusal?: string; said?: string; report?: ReportState; arrival?: FormState; code?: { left: number; errors: Record<string, string> } };

type Step = (ctx: Context, id: string, window: Window | null) => Promise<Result<Booking>>;
const steps: Record<string, Step> = {
  confirm: confirmVisit,
  setOff,
  arrival: (ctx, id, window) => (window ? changeArrival(ctx, id, window) : Promise.resolve({ ok: false, refusal: "other" })),
  arrive: arriveAt,
  start: startVisit,
  finish: finishVisit,
};
const doneWords: Record<string, string> = { confirm: "?done=confirmed", arrival: "?done=arrival" };

/** One step of the visit; sent twice, it counts once. `path` is the visit's own address with something behind it. */
export async function takeStep(ctx: Context, id: string, form: FormData, path: (more: string) => string) {
  const intent = String(form.get("intent") ?? "");
  if (intent === "row") return data<VisitAnswer>({ report: oneRowMore(form) });
  if (intent === "report") return report(ctx, id, form, path);
  if (intent === "code") return code(ctx, id, String(form.get("code") ?? ""), path);
  const step = steps[intent];
  if (!step) return data<VisitAnswer>(no(ctx, "other"), { status: 400 });
  const when = intent === "setOff" || intent === "arrival" ? await announced(ctx, id, form) : null;
  if (when === "wrong") return data<VisitAnswer>({ arrival: { values: typedValues(form), errors: { clock: "visit.way.wrong" } } }, { status: 400 });
  const result = await step(ctx, id, when);
  if (result.ok) return redirect(path(intent === "finish" ? checkedSoFar(form) : (doneWords[intent] ?? "")));
  return refused(ctx, await inOrder(ctx, id, intent, result.refusal));
}

/** When the helper means to arrive: a clock time that was typed, else the choice; null where neither was given. */
async function announced(ctx: Context, id: string, form: FormData): Promise<Window | null | "wrong"> {
  const typed = String(form.get("clock") ?? "").trim();
  const choice = arrivalChoices.find((minutes) => String(minutes) === form.get("in"));
  if (!typed) return choice === undefined ? null : arrivalWindow(ctx.now + choice * minute, ctx.now);
  const zone = (await findBooking(ctx, id))?.zone ?? ctx.settings.zone;
  const at = clockTime(typed, ctx.now, zone);
  return at === null ? "wrong" : arrivalWindow(at, ctx.now);
}

/** The customer's code: right, wrong with the tries that are left, or no code at all. */
async function code(ctx: Context, id: string, typed: string, path: (more: string) => string) {
  const digits = typed.replace(/\D/g, "");
  if (digits.length !== 4) return data<VisitAnswer>({ code: { left: -1, errors: { code: "visit.check.four" } } }, { status: 400 });
  const result = await checkCode(ctx, id, digits);
  if (!result.ok) return refused(ctx, result.refusal);
  return result.value.matched ? redirect(path("?done=code")) : data<VisitAnswer>({ code: { left: result.value.left, errors: {} } }, { status: 400 });
}

const over = ["reported", "signed_off", "closed", "cancelled"];

/** A step out of order is refused with the step that comes first. */
async function inOrder(ctx: Context, id: string, intent: string, refusal: string): Promise<string> {
  if (refusal !== "wrong-state") return refusal;
  const state = (await findBooking(ctx, id))?.state ?? "";
  if (over.includes(state)) return "over";
  if ((intent === "finish" || intent === "report") && (state === "accepted" || state === "underway")) return "before-start";
  return intent === "report" && state === "started" ? "before-finish" : refusal;
}

async function report(ctx: Context, id: string, form: FormData, path: (more: string) => string) {
  const read = readReport(form);
  if (!read.ok) return data<VisitAnswer>({ report: read.state }, { status: 400 });
  const result = await fileReport(ctx, id, read.value);
  if (result.ok) return redirect(path("?done=reported"));
  if (result.refusal === "invalid") return data<VisitAnswer>({ report: { ...read.state, errors: sentences(result.detail) } }, { status: 400 });
  if (result.refusal === "not-found") throw notFound();
  return data<VisitAnswer>({ ...no(ctx, await inOrder(ctx, id, "report", result.refusal)), report: read.state }, { status: statusOf(result.refusal) });
}

/** A point of the checklist that is missing has a sentence of its own. */
const sentences = (detail: Record<string, unknown> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(detail).map(([field, key]) => [field, field.startsWith("checklist[") ? "visit.report.checklistMissing" : String(key)]));

const no = (ctx: Context, refusal: string) => ({ refusal, said: visitRefusal(refusal, translator(ctx.locale)) });

function refused(ctx: Context, refusal: string) {
  if (refusal === "not-found") throw notFound();
  return data<VisitAnswer>(no(ctx, refusal), { status: statusOf(refusal) });
}

/** What was ticked and measured travels in the address to the report, so that it arrives without JavaScript too. */
function checkedSoFar(form: FormData): string {
  const params = new URLSearchParams();
  for (let at = 0; at < 60 && form.has(`checklist[${at}].code`); at++) {
    const code = String(form.get(`checklist[${at}].code`)).slice(0, 80);
    if (form.has(`checklist[${at}].done`)) params.append("c", code);
    const value = String(form.get(`checklist[${at}].value`) ?? "").trim().slice(0, 60);
    if (value) params.set(`v.${code}`, value);
  }
  const query = params.toString();
  return query ? `?${query}` : "";
}

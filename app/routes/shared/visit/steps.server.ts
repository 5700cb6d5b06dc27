import { data, redirect } from "@remix-run/node";
import { fileReport, finishVisit, setOff, startVisit } from "#app/domain/booking/booking.commands.server.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import { oneRowMore, readReport, type ReportState } from "./report-form.server.ts";

/** What a step of a visit answers when it did not lead on. */
export type VisitAnswer = { refusal?: string; report?: ReportState };

const steps: Record<string, (ctx: Context, id: string) => Promise<Result<Booking>>> = { setOff, start: startVisit, finish: finishVisit };

/** One step of the visit; sent twice, it counts once. `path` is the visit's own address with something behind it. */
export async function takeStep(ctx: Context, id: string, form: FormData, path: (more: string) => string) {
  const intent = String(form.get("intent") ?? "");
  if (intent === "row") return data<VisitAnswer>({ report: oneRowMore(form) });
  if (intent === "report") return report(ctx, id, form, path);
  const step = steps[intent];
  if (!step) return data<VisitAnswer>({ refusal: "other" }, { status: 400 });
  const result = await step(ctx, id);
  if (result.ok) return redirect(path(intent === "finish" ? checkedSoFar(form) : ""));
  return refused(result.refusal);
}

async function report(ctx: Context, id: string, form: FormData, path: (more: string) => string) {
  const read = readReport(form);
  if (!read.ok) return data<VisitAnswer>({ report: read.state }, { status: 400 });
  const result = await fileReport(ctx, id, read.value);
  if (result.ok) return redirect(path("?done=reported"));
  if (result.refusal === "invalid") return data<VisitAnswer>({ report: { ...read.state, errors: sentences(result.detail) } }, { status: 400 });
  if (result.refusal === "not-found") throw notFound();
  return data<VisitAnswer>({ refusal: result.refusal, report: read.state }, { status: statusOf(result.refusal) });
}

/** A point of the checklist that is missing has a sentence of its own. */
const sentences = (detail: Record<string, unknown> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(detail).map(([field, key]) => [field, field.startsWith("checklist[") ? "visit.report.checklistMissing" : String(key)]));

function refused(refusal: string) {
  if (refusal === "not-found") throw notFound();
  return data<VisitAnswer>({ refusal }, { status: statusOf(refusal) });
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

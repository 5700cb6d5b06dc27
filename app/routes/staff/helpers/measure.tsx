import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dropEnd, endWithNotice, noticeDays, proposeEnd } from "#app/domain/certification/ending.commands.server.ts";
import { openProposal } from "#app/domain/certification/ending.queries.server.ts";
import { reinstateHelper, suspendHelper } from "#app/domain/certification/measures.commands.server.ts";
import { maySuspend } from "#app/domain/helper/helper.policy.ts";
import { helperById } from "#app/domain/helper/helper.queries.server.ts";
import { openVisitsOf } from "#app/domain/helper/staff.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { day } from "#app/domain/kernel/time.ts";
import { answer, found, statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, sentForm, typedValues } from "#app/http/form.server.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatDate, formatMoney } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { DecideEnd } from "./parts/decide-end.tsx";
import { deskMeta, titled } from "./parts/desk.tsx";
import { measuresFor } from "./parts/helper.server.ts";
import { measures, type Measure } from "./parts/measures.ts";
import { SureForm } from "./parts/sure-form.tsx";

const named = (name: string | undefined): Measure => found(measures.find((each) => each === name));
type Taken = { done: string; take: (ctx: Context, id: string, reason: string) => ReturnType<typeof proposeEnd> };
const takes: Record<Measure, Taken> = { suspend: { done: "suspend", take: suspendHelper }, reinstate: { done: "reinstate", take: reinstateHelper }, notice: { done: "proposed", take: proposeEnd } };
/** Said on the page instead of being an error of the desk. */
const said = ["wrong-state", "already-proposed", "no-proposal", "second-person"];

/** What a measure will do, counted now; one that does not fit the state leads back to the helper. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySuspend);
  const measure = named(args.params.measure);
  const helper = found(await helperById(ctx, args.params.helperId ?? ""));
  if (!measuresFor(ctx, helper).includes(measure)) throw redirect(`/${ctx.locale}/staff/helpers/${helper.id}`);
  const name = `${helper.givenName} ${helper.familyName}`;
  return { ...titled(ctx, translator(ctx.locale)(`staffHelpers.measure.${measure}.title`, { name })), id: helper.id, name, measure, open: await openVisitsOf(ctx, helper.id), endsAt: ctx.now + noticeDays * day, proposal: measure === "notice" ? await openProposal(ctx, helper.id) : null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, maySuspend);
  const measure = named(args.params.measure);
  const helperId = args.params.helperId ?? "";
  const form = await sentForm(args.request);
  const home = `/${ctx.locale}/staff/helpers/${helperId}`;
  const intent = measure === "notice" ? form.get("intent") : null;
  if (intent === "confirm" || intent === "drop") {
    const decided = intent === "confirm" ? await endWithNotice(ctx, helperId) : await dropEnd(ctx, helperId);
    if (!decided.ok && said.includes(decided.refusal)) return formAgain({ values: {}, errors: {}, refusal: decided.refusal }, statusOf(decided.refusal));
    answer(decided);
    return redirect(`${home}?done=${intent === "confirm" ? "notice" : "dropped"}`);
  }
  const reason = String(form.get("reason") ?? "").trim();
  if (reason.length > 2000) return formAgain({ values: typedValues(form), errors: { reason: "errors.field.tooLong" } });
  const { take, done } = takes[measure];
  const result = await take(ctx, helperId, reason);
  if (!result.ok && result.refusal === "reason-missing") return formAgain({ values: typedValues(form), errors: { reason: "staffHelpers.measure.reason-missing" } });
  if (!result.ok && said.includes(result.refusal)) return formAgain({ values: typedValues(form), errors: {}, refusal: result.refusal }, statusOf(result.refusal));
  return redirect(`${home}?done=${done}&n=${answer(result).visitsCancelled}`);
}

export const meta = deskMeta;

export default function MeasurePage() {
  const { id, name, measure, open, endsAt, proposal } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const [t, locale] = [useT(), useLocale()];
  const visits = open.requested + open.accepted;
  const effects: Record<Measure, string[]> = {
    suspend: [
      t("staffHelpers.measure.suspend.effects.listings"),
      visits ? t("staffHelpers.measure.suspend.effects.visits", { count: visits, amount: formatMoney(open.refundMinor) }) : t("staffHelpers.measure.suspend.effects.noVisits"),
      ...(open.started ? [t("staffHelpers.measure.suspend.effects.started", { count: open.started })] : []),
      t("staffHelpers.measure.suspend.effects.mail"),
    ],
    reinstate: [t("staffHelpers.measure.reinstate.effects.listings"), t("staffHelpers.measure.reinstate.effects.visits")],
    notice: [t("staffHelpers.measure.notice.effects.second"), t("staffHelpers.measure.notice.effects.until", { date: formatDate(endsAt, locale) }), t("staffHelpers.measure.notice.effects.end"), t("staffHelpers.measure.notice.effects.mail")],
  };
  const back = { to: `/${locale}/staff/helpers/${id}`, label: t("staffHelpers.measure.back", { name }) };
  if (proposal) return <DecideEnd title={t("staffHelpers.measure.notice.title", { name })} back={back} proposal={proposal} effects={effects.notice.slice(1)} state={state} />;
  return (
    <SureForm
      title={t(`staffHelpers.measure.${measure}.title`, { name })} back={back} state={state}
      effects={effects[measure]}
      reason={measure === "reinstate" ? { label: t("staffHelpers.measure.reasonOptional"), optional: t("common.optional") } : { label: t("staffHelpers.measure.reason"), hint: t("staffHelpers.measure.reasonHint") }}
      doIt={t(`staffHelpers.measure.${measure}.do`)} keep={t("staffHelpers.measure.keep")} isDangerous={measure !== "reinstate"}
    />
  );
}

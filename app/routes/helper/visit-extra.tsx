import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { Plus } from "#app/ui/icons.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { consentByCode, proposeExtra, withdrawExtra } from "#app/domain/visit/extras.commands.server.ts";
import { extraKinds, extraTimeFrom, extraWordsMost } from "#app/domain/visit/visit.ts";
import { extraSchema } from "#app/domain/visit/visit.schema.ts";
import { found, notFound, statusOf } from "#app/http/answer.server.ts";
import { type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { useDraft, useForgetDraft } from "#app/routes/shared/visit/draft.ts";
import { useFresh } from "#app/routes/shared/visit/fresh.ts";
import { visitRefusal } from "#app/routes/shared/visit/refusal.ts";
import { formatHours, formatMoney, formatTime } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Card, CodeField, Heading, Notice, RadioCards, Row, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { Problems, Screen, Trouble, useDone, useForm } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("visit.added.propose");

/** Extras of one visit: what waits for an answer, and a new one. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await asHelper(args);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  if (page.part !== "helper") throw notFound();
  const { id, reference, hourlyMinor, capMinutes } = page.booking;
  const more = extraTimeFrom(page.booking);
  const { extras, extra } = page.visit;
  if (!extra.mayPropose && !extras.some(({ state }) => state === "proposed")) throw redirect(helperPath(ctx.locale, `visits/${id}`));
  return { id, reference, who: page.customerName, count: extras.length, open: extras.filter(({ state }) => state === "proposed").map(({ id: extraId, words, amountMinor }) => ({ id: extraId, words, amountMinor })), ...extra, agreedMinutes: hourlyMinor === null ? null : capMinutes, /** From when more time may be proposed; null before the work has begun, and once it may. */ timeFrom: more?.at && ctx.now < more.at ? more.at : null, kinds: extraKinds, wordsMost: extraWordsMost };
}

type Answer = { form?: FormState; code?: { extraId: string; left: number; errors: Record<string, string> }; refusal?: string } | undefined;

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const id = args.params.bookingId ?? "";
  const here = helperPath(ctx.locale, `visits/${id}/extra`);
  const form = await sentForm(args.request);
  const intent = form.get("intent");
  const extraId = String(form.get("extra") ?? "");
  if (intent === "withdraw" || intent === "code") {
    const digits = String(form.get("code") ?? "").replace(/\D/g, "");
    if (intent === "code" && digits.length !== 4) return data<Answer>({ code: { extraId, left: -1, errors: { code: "visit.check.four" } } }, { status: 400 });
    const result = intent === "withdraw" ? await withdrawExtra(ctx, extraId) : await consentByCode(ctx, extraId, digits);
    if (!result.ok) return refused(result.refusal);
    if ("matched" in result.value && !result.value.matched) return data<Answer>({ code: { extraId, left: result.value.left, errors: {} } }, { status: 400 });
    return redirect(helperPath(ctx.locale, `visits/${id}`));
  }
  const read = readForm(form, extraSchema);
  if (!read.ok) return data<Answer>({ form: read.state }, { status: 400 });
  const { kind, words, amount, after } = read.value;
  const result = await proposeExtra(ctx, id, { kind, words, amountMinor: amount, after });
  if (result.ok) return redirect(`${here}?done=sent`);
  if (result.refusal === "not-found") throw notFound();
  return data<Answer>({ form: { values: read.values, errors: {}, refusal: result.refusal, ...(result.detail && { detail: result.detail }) } }, { status: statusOf(result.refusal) });
}

function refused(refusal: string) {
  if (refusal === "not-found") throw notFound();
  return data<Answer>({ refusal }, { status: statusOf(refusal) });
}

/** Refusals that the form itself explains. */
const besideTheForm = ["extra-cap", "extra-time-early"];

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function VisitExtra() {
  const t = useT();
  const locale = useLocale();
  const view = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() as Answer;
  const sent = useDone() === "sent" && !answer;
  useFresh(view.open.length > 0);
  useForgetDraft(`${view.id}/extra`, sent);
  const refusal = answer?.refusal ?? (answer?.form?.refusal && besideTheForm.includes(answer.form.refusal) ? undefined : answer?.form?.refusal);
  return (
    <Screen title={t("visit.extras.title")} lead={t("visit.offer.lead", { who: view.who, cap: formatMoney(view.capMinor), left: formatMoney(view.leftMinor) })} back={{ to: helperPath(locale, `visits/${view.id}`), label: t("visit.titleOf", { reference: view.reference }) }} saved={sent ? t("visit.offer.sent", { who: view.who }) : null}>
      {refusal ? <Notice tone="warn" role="alert">{visitRefusal(refusal, t)}</Notice> : null}
      {view.open.map((extra) => <Open key={extra.id} extra={extra} who={view.who} codeLeft={view.codeLeft} answer={answer?.code?.extraId === extra.id ? answer.code : undefined} />)}
      {!view.mayPropose ? null : view.leftMinor > 0 ? <Propose key={view.count} view={view} state={answer?.form} /> : <Notice tone="info" actions={<a className="q-button q-secondary" href={`/${locale}/search`}>{t("visit.offer.newBooking")}</a>}>{t("visit.offer.full")}</Notice>}
    </Screen>
  );
}

function Open({ extra, who, codeLeft, answer }: { extra: View["open"][number]; who: string; codeLeft: number; answer: NonNullable<Answer>["code"] }) {
  const t = useT();
  const wrong = answer?.errors.code ? t(answer.errors.code as TextKey) : answer && answer.left > 0 ? t("visit.check.wrong", { count: answer.left }) : undefined;
  return (
    <Card as="section">
      <Stack gap={4}>
        <Heading level={2} size={3}>{extra.words}, {formatMoney(extra.amountMinor)}</Heading>
        <p className="text-muted">{t("visit.added.states.proposed")}</p>
        {codeLeft > 0 ? (
          <Form method="post" className="grid gap-3" noValidate>
            <input type="hidden" name="extra" value={extra.id} />
            <CodeField digits={4} name="code" id={`code-${extra.id}`} label={t("visit.offer.codeLabel")} hint={t("visit.offer.byCode", { who })} error={wrong} autoComplete="off" />
            <Row><SubmitButton name="intent" value="code" variant="secondary" pendingLabel={t("common.sending")}>{t("visit.offer.codeDo")}</SubmitButton><SubmitButton name="intent" value="withdraw" variant="quiet" pendingLabel={t("common.sending")}>{t("visit.offer.withdraw")}</SubmitButton></Row>
          </Form>
        ) : (
          <Form method="post" className="grid gap-3">
            <input type="hidden" name="extra" value={extra.id} />
            <p>{visitRefusal("too-many-tries", t)}</p>
            <Row><SubmitButton name="intent" value="withdraw" variant="quiet" pendingLabel={t("common.sending")}>{t("visit.offer.withdraw")}</SubmitButton></Row>
          </Form>
        )}
      </Stack>
    </Card>
  );
}

function Propose({ view, state }: { view: View; state: FormState | undefined }) {
  const t = useT();
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const { keep } = useDraft(form, `${view.id}/extra`, state !== undefined);
  const { error, typed } = useForm(state);
  const tooMuch = state?.refusal === "extra-cap" ? t("visit.offer.cap", { cap: formatMoney(view.capMinor), left: formatMoney(Number(state.detail?.leftMinor ?? 0)) }) : undefined;
  const from = Number(state?.detail?.from ?? 0);
  const early = state?.refusal !== "extra-time-early" ? undefined : from > 0 ? t("visit.offer.timeEarly", { from: formatTime(from, locale) }) : t("visit.offer.timeBefore");
  const timeHint = view.agreedMinutes === null ? undefined : view.timeFrom === null ? t("visit.offer.timeHint", { time: formatHours(view.agreedMinutes) }) : t("visit.offer.timeHintFrom", { time: formatHours(view.agreedMinutes), from: formatTime(view.timeFrom, locale) });
  const more = [...(early ? [{ field: "kind", message: early }] : []), ...(tooMuch ? [{ field: "amount", message: tooMuch }] : [])];
  return (
    <Form method="post" ref={form} onInput={keep} className="grid gap-6" noValidate>
      <Problems state={state} labels={{ words: t("visit.offer.words"), amount: t("visit.offer.amount") }} more={more} />
      {tooMuch ? <p><a className="q-button q-secondary" href={`/${locale}/search`}>{t("visit.offer.newBooking")}</a></p> : null}
      <input type="hidden" name="after" value={view.count} />
      <RadioCards name="kind" label={t("visit.offer.kind")} defaultValue={typed("kind", "work")} error={early ?? error("kind")} options={view.kinds.map((kind) => ({ value: kind, label: t(`visit.extras.kinds.${kind}`), ...(kind === "material" && { hint: t("visit.offer.materialHint") }), ...(kind === "time" && timeHint !== undefined && { hint: timeHint }) }))} />
      <TextField name="words" label={t("visit.offer.words")} hint={t("visit.offer.wordsHint")} defaultValue={typed("words", "")} error={error("words")} maxLength={view.wordsMost} />
      <TextField name="amount" label={t("visit.offer.amount")} hint={t("visit.offer.amountHint")} prefix="CHF" width="short" inputMode="decimal" autoComplete="off" defaultValue={typed("amount", "")} error={error("amount") ?? tooMuch} />
      <SubmitButton name="intent" value="propose" size="large" wide icon={Plus} pendingLabel={t("common.sending")}>{t("visit.offer.do")}</SubmitButton>
      <ButtonLink to={helperPath(locale, `visits/${view.id}`)} variant="quiet" wide>{t("visit.offer.back")}</ButtonLink>
    </Form>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { expertCheck, verdicts } from "#app/domain/quality/quality.commands.server.ts";
import { mayWorkOnQuality } from "#app/domain/quality/quality.policy.ts";
import { unresolvedVisits } from "#app/domain/quality/quality.queries.server.ts";
import { answer, found, statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, sentForm, typedValues } from "#app/http/form.server.ts";
import { useRoot } from "#app/root.tsx";
import { MessageThread } from "#app/routes/shared/booking/messages.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatDayTime } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Heading } from "#app/ui/index.ts";
import { textOf } from "../helpers/parts/asked.server.ts";
import { Desk, deskMeta, titled } from "../helpers/parts/desk.tsx";
import { CheckForm } from "./parts/check-form.tsx";
import { CustomerSide, ReportSide } from "./parts/evidence.tsx";
import { visitToCheck } from "./parts/visit.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayWorkOnQuality);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  return { ...titled(ctx, `${translator(ctx.locale)("staffHelpers.unresolved.visit")} ${page.booking.reference}`), visit: await visitToCheck(ctx, page), saved: textOf(new URL(args.request.url).searchParams, "done") === "checked" };
}

/** The company's verdict on one visit; then the next one that waits. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayWorkOnQuality);
  const bookingId = args.params.bookingId ?? "";
  const form = await sentForm(args.request);
  const again = (errors: Record<string, string>, more: Partial<FormState> = {}, status = 400) => formAgain({ values: typedValues(form), errors, ...more }, status);
  const verdict = verdicts.find((each) => each === form.get("verdict"));
  const words = String(form.get("words") ?? "");
  if (!verdict) return again({ verdict: "errors.field.choice", ...(words.trim() === "" && { words: "errors.field.required" }) });
  const before = await unresolvedVisits(ctx);
  const result = await expertCheck(ctx, bookingId, { verdict, words });
  if (!result.ok && result.refusal === "invalid") return again((result.detail ?? {}) as Record<string, string>);
  if (!result.ok && result.refusal === "wrong-state") return again({}, { refusal: result.refusal }, statusOf(result.refusal));
  answer(result);
  const here = before.findIndex(({ id }) => id === bookingId);
  const others = before.filter(({ id }) => id !== bookingId);
  const next = others[Math.max(0, here) % Math.max(1, others.length)];
  return redirect(`/${ctx.locale}/staff/unresolved${next ? `/${next.id}` : ""}?done=checked`);
}

export const meta = deskMeta;

export default function VisitToCheckPage() {
  const { visit, saved } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const [t, locale, root] = [useT(), useLocale(), useRoot()];
  const who = visit.helper?.name ?? t("staffHelpers.unresolved.professional");
  return (
    <Desk
      title={`${visit.service}, ${who}`} lead={`${visit.reference}, ${formatDayTime(visit.startsAt, locale)}, ${visit.locality}`}
      back={{ to: `/${locale}/staff/unresolved`, label: t("staffHelpers.unresolved.back") }} done={saved && !state ? `${t("staffHelpers.unresolved.saved")} ${t("staffHelpers.unresolved.left", { count: visit.left })}.` : null}
      actions={<ButtonLink to={`/${locale}/staff/bookings/${visit.id}`} variant="secondary" size="small">{t("staffHelpers.unresolved.booking", { reference: visit.reference })}</ButtonLink>}
    >
      <div className="grid gap-8 lg:grid-cols-2 2xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_24rem]">
        <CustomerSide visit={visit} />
        <ReportSide visit={visit} />
        <div className="lg:col-span-2 2xl:col-span-1"><CheckForm key={visit.id} visit={visit} state={state} /></div>
      </div>
      <section className="grid gap-3">
        <Heading level={2} size={3}>{t("staffHelpers.unresolved.messages")}</Heading>
        <div className="max-w-3xl"><MessageThread messages={visit.messages} me="staff" now={visit.now} names={{ customer: visit.customerName, helper: who, staff: root?.brand.name ?? "" }} /></div>
      </section>
    </Desk>
  );
}

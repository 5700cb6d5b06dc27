import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { payableOf } from "#app/domain/booking/booking.ts";
import { bookRescue, openRescue, withdrawRescue } from "#app/domain/rescue/rescue.commands.server.ts";
import { rescueStanding } from "#app/domain/rescue/rescue.queries.server.ts";
import { type RescueWay, rescueWays } from "#app/domain/rescue/rescue.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { useRoot } from "#app/root.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { Container, ErrorSummary, Notice, RadioCards, Section, Stack, StickyAction, SubmitButton, TextArea } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { NextHelpers } from "./parts/next-helpers.tsx";
import { readOffer } from "./parts/next.server.ts";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, goOnWith, openBooking } from "./parts/open.server.ts";
import { TimesForm, useWays, WayLinks } from "./parts/rescue-parts.tsx";
import { redoOffer, rescueOffers, rescueTimes } from "./parts/rescue.server.ts";
import { headOf } from "./parts/view.server.ts";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

const wayOf = (value: unknown): RescueWay | null => rescueWays.find((one) => one === value) ?? null;

/** First a few words and who is to come, then when: the slot screen of a visit that is made good. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { booking } = page;
  const standing = await rescueStanding(ctx, booking.id);
  const open = standing?.rescue?.state === "open" ? standing.rescue : null;
  if (!standing || (!open && standing.mayOpen !== null)) throw redirect(bookingPath(ctx, booking.id));
  // Where the professional service came, it comes again or is the only one left.
  const ways = booking.provider === "professional" && standing.ways.includes("redo") ? standing.ways.filter((way) => way !== "professional") : standing.ways;
  const head = { ...headOf(ctx, page), ways, until: standing.until };
  if (!open) return { ...head, pick: null };
  const params = new URL(args.request.url).searchParams;
  const asked = wayOf(params.get("way")) ?? open.wish;
  const way = ways.find((one) => one === asked) ?? ways[0] ?? "professional";
  const offer = way === "redo" ? redoOffer(booking) : way === "professional" ? `professional:${booking.serviceTypeId}` : params.get("offer");
  const next = await rescueOffers(ctx, booking, open.reason);
  return {
    ...head,
    pick: {
      way, lapsesAt: open.lapsesAt, kept: open.reason === "broke_again" || open.reason === "not_solved", agreedMinor: payableOf(booking),
      next: { ...next, professional: null }, times: offer ? await rescueTimes(ctx, booking, open.reason, way, offer) : null,
      name: next.helpers.find((one) => one.offer === offer)?.name ?? null,
    },
  };
}

type Answer = { refusal: string; words?: string; wish?: string; next?: number[] };
const again = (answer: Answer, status: number) => data<Answer>(answer, { status });

/** Opens it, takes a time, or needs nothing more. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id } = page.booking;
  const form = await sentForm(args.request);
  const intent = form.get("intent");
  if (intent === "open") {
    const words = String(form.get("words") ?? "");
    const wish = wayOf(form.get("wish"));
    if (!wish) return again({ refusal: "no-wish", words }, 400);
    const opened = await openRescue(ctx, id, { words, wish });
    if (!opened.ok) return again({ refusal: opened.refusal, words, wish }, statusOf(opened.refusal));
    throw redirect(`${bookingPath(ctx, id, "rescue")}?way=${wish}`);
  }
  if (intent === "withdraw") {
    await withdrawRescue(ctx, id);
    throw redirect(bookingPath(ctx, id));
  }
  const offer = readOffer(form.get("offer"));
  const startsAt = Number(form.get("startsAt"));
  if (!offer || !Number.isSafeInteger(startsAt) || startsAt <= 0) return again({ refusal: "no-time" }, 400);
  const booked = await bookRescue(ctx, id, { offer, startsAt });
  if (!booked.ok) return again({ refusal: booked.refusal, next: (booked.detail?.next as number[] | undefined) ?? [] }, statusOf(booked.refusal));
  const headers = new Headers();
  await goOnWith(args, ctx, headers, booked.value.bookingId, page.booking.watching);
  throw redirect(bookingPath(ctx, booked.value.bookingId, booked.value.state === "draft" ? "form" : ""), { headers });
}

/** A refused answer changes what is shown as well: stored pictures, amounts, free times. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "rescue");

export default function Rescue() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const [t, when] = [useT(), useWhen(view.now)];
  const telephone = useRoot()?.brand.telephone ?? "";
  const here = `/${view.locale}/bookings/${view.booking.id}`;
  const refusal = answer ? refusedWords(answer.refusal, t, telephone) : null;
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={view} back={{ to: here, words: t("booking.backToBooking") }} title={t(view.pick ? "rescue.pick.title" : "rescue.ask.title")} />
          <ErrorSummary title={t("errors.summary.title")} errors={refusal ? [{ field: answer?.refusal === "no-wish" ? "wish" : "", message: refusal }] : []} />
          {answer?.next?.length ? <p>{t("booking.again.nextTimes", { times: answer.next.map(when.at).join(" · ") })}</p> : null}
          {view.pick ? <Pick view={view} pick={view.pick} here={`${here}/rescue`} /> : <Ask view={view} answer={answer} />}
        </Stack>
      </Section>
    </Container>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

function refusedWords(refusal: string, t: ReturnType<typeof useT>, telephone: string): string {
  if (refusal === "no-wish") return t("errors.field.choice");
  if (refusal === "no-time") return t("rescue.pick.noTime");
  const known = (["too-late", "not-offered", "slot-taken"] as const).find((one) => one === refusal);
  return t(`rescue.refused.${known ?? "other"}`, { telephone });
}

function Ask({ view, answer }: { view: View; answer?: Answer }) {
  const [t, when] = [useT(), useWhen(view.now)];
  const of = useWays(view.who);
  return (
    <Form method="post" className="grid gap-8">
      <p className="max-w-[60ch]">{t("rescue.ask.lead")}</p>
      <TextArea name="words" label={t("rescue.ask.words")} hint={t("rescue.ask.wordsHint")} optional={t("common.optional")} defaultValue={answer?.words ?? ""} maxLength={1000} rows={3} />
      <RadioCards name="wish" label={t("rescue.ask.who")} defaultValue={answer?.wish ?? view.ways[0] ?? ""} error={answer?.refusal === "no-wish" ? t("errors.field.choice") : undefined} required options={view.ways.map((way) => ({ value: way, label: of(way).label, hint: of(way).words }))} />
      <StickyAction note={view.until === null ? undefined : t("rescue.ask.until", { date: when.date(view.until) })}>
        <SubmitButton name="intent" value="open" size="large" pendingLabel={t("common.sending")}>{t("rescue.ask.submit")}</SubmitButton>
      </StickyAction>
    </Form>
  );
}

function Pick({ view, pick, here }: { view: View; pick: NonNullable<View["pick"]>; here: string }) {
  const [t, when] = [useT(), useWhen(view.now)];
  const brand = useRoot()?.brand.name ?? "";
  const telephone = useRoot()?.brand.telephone ?? "";
  const of = useWays(view.who);
  const who = pick.way === "redo" ? view.who : (pick.name ?? of(pick.way).label);
  return (
    <>
      <Notice tone="info" title={pick.kept ? t("rescue.pick.noPay") : t("rescue.pick.frozen", { amount: formatMoney(pick.agreedMinor), brand })}>
        {t("rescue.pick.kept")} {pick.lapsesAt === null ? "" : t("rescue.pick.lapses", { date: when.date(pick.lapsesAt) })}
      </Notice>
      <WayLinks ways={view.ways} way={pick.way} who={view.who} here={here} />
      {pick.times ? <TimesForm key={`${pick.way}${pick.times.offer}`} times={pick.times} who={who} now={view.now} /> : pick.way === "next_helper" && pick.next.helpers.length ? <NextHelpers next={pick.next} now={view.now} action={here} agreed /> : <Notice tone="warn" title={t("rescue.pick.none", { telephone })} />}
      {pick.kept ? <Form method="post"><SubmitButton name="intent" value="withdraw" variant="quiet">{t("rescue.pick.withdraw")}</SubmitButton></Form> : null}
    </>
  );
}

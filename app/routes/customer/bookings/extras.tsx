import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerExtra } from "#app/domain/visit/extras.commands.server.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import { payExtra, refreshExtra } from "#app/http/checkout.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { useFresh } from "#app/routes/shared/visit/fresh.ts";
import { visitRefusal } from "#app/routes/shared/visit/refusal.ts";
import { useRoot } from "#app/root.tsx";
import { useT } from "#app/texts/use.ts";
import { Container, Muted, Notice, Section, Stack } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { ExtraRows } from "./parts/extra-rows.tsx";
import { ExtrasNow } from "./parts/extras-panel.tsx";
import { headOf } from "./parts/view.server.ts";

export { ErrorBoundary } from "./parts/not-here.tsx";

/** Extras that were proposed, agreed to or are to be paid; whoever comes back from Checkout passes here. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id } = page.booking;
  const paid = new URL(args.request.url).searchParams.get("paid");
  if (paid !== null && page.visit.extras.some((extra) => extra.id === paid)) {
    const payment = await refreshExtra(args, paid).catch(() => null);
    throw redirect(payment?.state === "captured" ? `${bookingPath(ctx, id)}?done=extraPaid` : bookingPath(ctx, id, "extras"));
  }
  return { head: headOf(ctx, page), visit: page.visit };
}

/** Yes, no, or the way to the payment. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id } = page.booking;
  const form = await sentForm(args.request);
  const extraId = String(form.get("extra") ?? "");
  if (!page.visit.extras.some((extra) => extra.id === extraId)) throw notFound();
  if (form.get("intent") === "pay") {
    const checkout = await payExtra(args, extraId).catch((problem: unknown) => {
      args.context.app.log.warn({ requestId: args.context.requestId, problem: String(problem) }, "checkout did not open");
      return undefined;
    });
    if (checkout === undefined) return data({ refusal: "unreachable" }, { status: 503 });
    throw checkout ? redirectDocument(checkout, 303) : redirect(bookingPath(ctx, id, "extras"));
  }
  const yes = form.get("intent") === "yes";
  const done = await answerExtra(ctx, extraId, yes);
  if (!done.ok) return data({ refusal: done.refusal }, { status: statusOf(done.refusal) });
  throw redirect(`${bookingPath(ctx, id)}?done=${yes ? "agreed" : "declined"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, params }) => bookingMeta({ data: shown?.head, params }, "extras");

export default function Extras() {
  const { head, visit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { refusal?: string } | undefined;
  const t = useT();
  const telephone = useRoot()?.brand.telephone ?? "";
  const here = `/${head.locale}/bookings/${head.booking.id}`;
  useFresh(visit.extras.some(({ state }) => state === "proposed"));
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={head} back={{ to: here, words: t("booking.backToBooking") }} title={t("visit.extras.title")} />
          {answer?.refusal === "unreachable" ? <Notice tone="bad" role="alert" title={t("payment.unreachable.title")}>{t("payment.unreachable.words", { telephone })}</Notice> : answer?.refusal ? <Notice tone="warn" role="alert">{visitRefusal(answer.refusal, t)}</Notice> : null}
          <ExtrasNow visit={visit} who={head.who} to={`${here}/extras`} />
          {visit.extras.length ? <ExtraRows visit={visit} /> : <Muted>{t("visit.added.none")}</Muted>}
        </Stack>
      </Section>
    </Container>
  );
}

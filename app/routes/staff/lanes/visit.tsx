import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { mayKeepLanes } from "#app/domain/availability/availability.policy.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { IntakeAnswers } from "#app/routes/shared/booking/intake.tsx";
import { Photos } from "#app/routes/shared/booking/photos.tsx";
import type { ChainTold } from "#app/routes/shared/rescue/chain.server.ts";
import { StateBadge } from "#app/routes/shared/booking/state.tsx";
import { useForgetDraft } from "#app/routes/shared/visit/draft.ts";
import type { VisitAnswer } from "#app/routes/shared/visit/steps.server.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { formatDayTime, formatMoney } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, ButtonLink, Columns, DefinitionList, Heading, Notice, Stack } from "#app/ui/index.ts";
import { rescued } from "../bookings/parts/view.server.ts";
import { oneOf } from "../helpers/parts/asked.server.ts";
import { Desk, deskMeta, titled } from "../helpers/parts/desk.tsx";
import { moveVisit, professionalVisit } from "./parts/visit-actions.server.ts";
import { VisitNow } from "./parts/visit-now.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayKeepLanes);
  const { booking, service: { content }, moves, photos, visit: { codes, absence, mayWait, arrival } } = await professionalVisit(ctx, args.params.bookingId ?? "");
  const { locale } = ctx;
  const story = await rescued(ctx, booking.id);
  const kinds = content.category === "energy" ? (await readCatalogue(ctx)).measureKinds : [];
  const { id, reference, state, startsAt, street, postcode, locality, visited, contact, concern, intake, priceMinor, payableMinor, answerBy } = booking;
  return {
    ...titled(ctx, translator(locale)("staffHelpers.lanes.visit.title", { reference })),
    done: oneOf(new URL(args.request.url).searchParams, "done", ["moved", "reported"]) ?? null,
    visit: {
      id, reference, state, startsAt, street, postcode, locality, visited, contact, concern, answers: intake, intake: content.intake, priceMinor, payableMinor, answerBy, photos, worked: null,
      // What went before, and what was said and done there.
      before: story.chain.filter((link) => link.id !== id), story: story.title,
      // Whoever is visited is told to let nobody in who cannot say this code.
      codes: codes && { own: codes.helper, customer: codes.customer },
      name: content.name[locale],
      service: { checklist: content.checklist.map(({ code, words, required, measuredIn }) => ({ code, words: words[locale], required, unit: measuredIn ?? null })), rootCauses: content.rootCauses.map(({ code, words }) => ({ code, words: words[locale] })) },
      measureKinds: kinds.map(({ code, words, unit }) => ({ code, words: words[locale], unit })),
      /** Somebody waits at the door, or may be said to. */
      waits: absence?.state === "waiting" ? absence.absent : mayWait ? ("may" as const) : null,
      moves: { accept: moves.accept, decline: moves.decline, setOff: moves.setOff, arrive: arrival.arrivedAt === null ? moves.arrive : "wrong-state", start: moves.start, finish: moves.finish, report: moves.report },
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayKeepLanes);
  const { booking } = await professionalVisit(ctx, args.params.bookingId ?? "");
  return moveVisit(ctx, booking.id, await sentForm(args.request));
}

export const meta = deskMeta;
const refusals = ["too-late", "too-early", "wrong-state", "not-allowed"];

export default function ProfessionalVisitPage() {
  const { title, visit, done } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>() as VisitAnswer | undefined;
  const [t, locale] = [useT(), useLocale()];
  useForgetDraft(visit.id, visit.state === "reported");
  const items = [
    { term: t("staffHelpers.lanes.when"), value: formatDayTime(visit.startsAt, locale) },
    { term: t("staffHelpers.lanes.visit.where"), value: `${visit.street ?? t("staffHelpers.lanes.visit.blurred")}, ${visit.postcode} ${visit.locality}` },
    { term: t("staffHelpers.lanes.visit.who"), value: visit.visited?.name || t("staffHelpers.lanes.visit.blurred") },
    { term: t("staffHelpers.lanes.visit.phone"), value: visit.visited?.telephone ? <a href={`tel:${visit.visited.telephone.replace(/[^+\d]/g, "")}`}>{visit.visited.telephone}</a> : t("staffHelpers.none") },
    ...(visit.codes?.own ? [{ term: t("staffHelpers.lanes.visit.codes"), value: <span className="tabular-nums">{t("staffHelpers.lanes.visit.ownCode", { code: visit.codes.own })}{visit.codes.customer ? <><br />{t("staffHelpers.lanes.visit.customerCode", { code: visit.codes.customer })}</> : null}</span> }] : []),
    { term: t("staffHelpers.lanes.visit.booker"), value: visit.contact ? `${visit.contact.name}, ${visit.contact.mobile}` : t("staffHelpers.lanes.visit.blurred") },
    { term: t("staffHelpers.lanes.visit.price"), value: visit.payableMinor === null ? formatMoney(visit.priceMinor) : t("staffHelpers.lanes.visit.priceFree", { price: formatMoney(visit.priceMinor), pays: formatMoney(visit.payableMinor) }) },
    { term: t("staffHelpers.lanes.visit.concern"), value: <span className="whitespace-pre-line wrap-anywhere">{visit.concern || t("staffHelpers.none")}</span> },
  ];
  return (
    <Desk
      title={visit.name} lead={title} back={{ to: `/${locale}/staff/lanes`, label: t("staffHelpers.lanes.back") }} done={done && !said ? t(`staffHelpers.lanes.done.${done}`) : null}
      actions={<><StateBadge state={visit.state} words={t(`staffBookings.state.${visit.state}`)} /><ButtonLink to={`/${locale}/staff/bookings/${visit.id}`} variant="secondary" size="small">{t("staffHelpers.lanes.visit.booking")}</ButtonLink></>}
    >
      {said?.refusal ? <Notice tone="warn" role="alert">{t(`visit.refusal.${refusals.includes(said.refusal) ? said.refusal : "other"}` as TextKey)}</Notice> : null}
      <Columns of="side">
        <Stack gap={8}><VisitNow visit={visit} report={said?.report} />{visit.before.length ? <Before title={visit.story} links={visit.before} /> : null}</Stack>
        <Stack gap={6}>
          <DefinitionList layout="stacked" items={items} />
          {Object.keys(visit.answers).length ? <section className="grid gap-2"><Heading level={2} size={4}>{t("staffHelpers.lanes.visit.answers")}</Heading><IntakeAnswers intake={visit.intake} answers={visit.answers} /></section> : null}
          <Photos ids={visit.photos} />
        </Stack>
      </Columns>
    </Desk>
  );
}

/** The visits of the same story, each a way to what was reported there. */
const Before = ({ title, links }: { title: string; links: ChainTold }) => (
  <section>
    <Heading level={2} size={4}>{title}</Heading>
    <ul>{links.map(({ id, href, how, who, time, badge }) => <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-line py-2"><Link to={href ?? ""}>{how}</Link><span>{who}, {time}</span><Badge tone={badge.tone}>{badge.words}</Badge></li>)}</ul>
  </section>
);

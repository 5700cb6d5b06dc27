import { Link } from "@remix-run/react";
import { Banknote, CalendarPlus, CircleX, FileText, Phone } from "#app/ui/icons.ts";
import type { ReactNode } from "react";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useRoot } from "#app/root.tsx";
import { useT } from "#app/texts/use.ts";
import { Avatar, Container, Heading, Icon, type IconType, Notice, Section, Stack } from "#app/ui/index.ts";
import type { VisitedView } from "./visited.server.ts";

const coming = ["requested", "accepted", "underway"];

/** The visit for whoever is visited: who, when, what for, in large type and short sentences; no prices, no conversation. */
export function VisitedVisit({ view }: { view: VisitedView }) {
  const t = useT();
  const when = useWhen(view.now);
  const brand = useRoot()?.brand;
  const { booking, who, service } = view;
  const here = `/${view.locale}/bookings/${booking.id}`;
  const telephone = brand?.telephone ?? "";
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <header className="grid gap-2">
            <Heading level={1}>{t(`together.visited.title.${view.standing}`, { who })}</Heading>
            {view.cancelledByName ? <p className="text-lg">{t("together.visited.by", { name: view.cancelledByName })}</p> : null}
          </header>
          <div className="flex items-center gap-5">
            <Avatar name={who} src={view.photo} size="huge" eager decorative />
            <div className="grid min-w-0 gap-1 text-lg">
              <p className="text-xl font-semibold">{who}</p>
              <p>{service.name}</p>
              {view.certificate ? <p className="q-muted">{t("together.visited.certified", { name: view.certificate })}</p> : null}
            </div>
          </div>
          <dl className="grid gap-4 text-lg">
            <Fact term={t("booking.facts.when")}><strong>{when.span(booking)}</strong></Fact>
            <Fact term={t("booking.facts.where")}>{[booking.street, `${booking.postcode} ${booking.locality}`].filter(Boolean).join(", ")}</Fact>
            <Fact term={t("together.visited.bookedBy")}>{view.bookedBy}</Fact>
          </dl>
          {view.codes?.customer && view.codes.helper ? (
            <dl className="grid gap-4 text-lg">
              <Fact term={t("visit.codes.theirs", { who })}><strong className="text-2xl tabular-nums tracking-widest">{view.codes.helper}</strong><span className="block">{t("visit.codes.theirsWords")}</span></Fact>
              <Fact term={t("visit.codes.mine")}><strong className="text-2xl tabular-nums tracking-widest">{view.codes.customer}</strong><span className="block">{t("visit.codes.mineCustomer")}</span></Fact>
            </dl>
          ) : null}
          {coming.includes(booking.state) ? <Notice tone="warn" icon={Banknote} title={t("booking.sheet.rule")}>{t("together.visited.rule")}</Notice> : null}
          <p><a className="q-button q-secondary" href={`tel:${telephone.replace(/[^+\d]/g, "")}`}><Icon icon={Phone} /><span className="tabular-nums">{t("together.visited.call", { telephone })}</span></a></p>
          {coming.includes(booking.state) ? (
            <ul className="grid">
              <Way to={`${here}/sheet`} icon={FileText}>{t("booking.action.sheet")}</Way>
              <Way to={`${here}/calendar.ics`} icon={CalendarPlus} file>{t("booking.action.calendar")}</Way>
              {view.mayCancel ? <Way to={`${here}/cancel`} icon={CircleX}>{t("together.visited.cancel")}</Way> : null}
            </ul>
          ) : null}
        </Stack>
      </Section>
    </Container>
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => <div><dt className="q-muted">{term}</dt><dd>{children}</dd></div>;
const Way = ({ to, icon, file = false, children }: { to: string; icon: IconType; file?: boolean; children: ReactNode }) => <li><Link to={to} reloadDocument={file} className="inline-flex min-h-[44px] items-center gap-2"><Icon icon={icon} /><span>{children}</span></Link></li>;

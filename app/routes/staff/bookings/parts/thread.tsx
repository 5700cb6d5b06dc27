import { MessageForm, type MessageState, MessageThread } from "#app/routes/shared/booking/messages.tsx";
import { useT } from "#app/texts/use.ts";
import { Muted } from "#app/ui/index.ts";
import type { StaffView } from "./view.server.ts";
import { Part } from "./visit.tsx";

/** The conversation, in which the company writes to both sides. */
export function Thread({ view, state }: { view: StaffView; state?: MessageState }) {
  const t = useT();
  const names = { customer: view.customer || t("staffBookings.page.messages.customer"), helper: view.who, staff: t("staffBookings.page.messages.staff") };
  return (
    <Part id="messages" title={t("staffBookings.page.messages.title")}>
      <MessageThread messages={view.messages} me={view.mayWrite ? "staff" : "helper"} names={names} now={view.now} />
      {view.mayWrite ? <div className="max-w-[40rem]"><MessageForm to={t("staffBookings.page.messages.to")} state={state} /></div> : <Muted>{t(view.isClosed ? "staffBookings.page.messages.closed" : "staffBookings.page.messages.readOnly")}</Muted>}
    </Part>
  );
}

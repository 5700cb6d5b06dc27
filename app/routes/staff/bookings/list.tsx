import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { bookingStates } from "#app/domain/booking/booking.ts";
import { maySeeBookings } from "#app/domain/booking/staff.policy.ts";
import { bookingSorts, staffBookings } from "#app/domain/booking/staff.queries.server.ts";
import { addressWith, oneOf, textOf } from "#app/routes/staff/helpers/parts/asked.server.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf, pageLink, pageOf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { ListChecks } from "#app/ui/icons.ts";
import { Button, ButtonLink, cx, Muted, Pagination, SelectField, TextField } from "#app/ui/index.ts";
import { BookingTable } from "./parts/booking-table.tsx";
import { Glance } from "./parts/glance.tsx";
import { glanceAt, rowOf } from "./parts/glance.server.ts";

const providers = ["helper", "professional"] as const;

/** Bookings by words, state and provider, 50 a page; `selected` opens one beside the list. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySeeBookings);
  const url = new URL(args.request.url);
  const ask = { search: textOf(url.searchParams, "q"), state: oneOf(url.searchParams, "state", bookingStates), provider: oneOf(url.searchParams, "provider", providers), sort: oneOf(url.searchParams, "sort", bookingSorts) ?? "created", ascending: url.searchParams.get("order") === "up" };
  const selected = textOf(url.searchParams, "selected");
  const { rows, total, page, pages } = await staffBookings(ctx, { ...ask, page: pageOf(url.searchParams) });
  const close = addressWith(url, { selected: null });
  return {
    ...titled(ctx, translator(ctx.locale)("staffBookings.list.title")),
    now: ctx.now,
    rows: rows.map((row) => rowOf(ctx, row)),
    total, page, pages, selected,
    sort: ask.sort, ascending: ask.ascending,
    search: ask.search, state: ask.state ?? "", provider: ask.provider ?? "",
    glance: selected ? await glanceAt(ctx, selected) : null,
    to: { sort: addressWith(url, { sort: "{}", order: "{dir}", page: null, selected: null }), select: `${close}${close.includes("?") ? "&" : "?"}selected=`, close, previous: page > 1 ? pageLink(url, page - 1) : null, next: page < pages ? pageLink(url, page + 1) : null },
  };
}

export const meta = deskMeta;

export default function Bookings() {
  const { rows, now, total, sort, ascending, page, pages, search, state, provider, selected, glance, to } = useLoaderData<typeof loader>();
  const t = useT();
  const isFiltered = search !== "" || state !== "" || provider !== "";
  return (
    <Desk title={t("staffBookings.list.title")} lead={t("staffBookings.list.lead")} actions={<ButtonLink to="attention" variant="secondary" icon={ListChecks}>{t("staffBookings.attention.open")}</ButtonLink>}>
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <TextField key={`q${search}`} name="q" type="search" label={t("staffBookings.list.search")} defaultValue={search} maxLength={80} width="medium" autoComplete="off" />
        <SelectField key={`s${state}`} name="state" label={t("staffBookings.list.state")} placeholder={t("staffBookings.list.anyState")} defaultValue={state} width="medium" options={bookingStates.map((each) => ({ value: each, label: t(`staffBookings.state.${each}`) }))} />
        <SelectField key={`p${provider}`} name="provider" label={t("staffBookings.list.provider")} placeholder={t("staffBookings.list.anyProvider")} defaultValue={provider} width="medium" options={providers.map((each) => ({ value: each, label: t(`staffBookings.list.providers.${each}`) }))} />
        {sort === "created" && !ascending ? null : <><input type="hidden" name="sort" value={sort} /><input type="hidden" name="order" value={ascending ? "up" : "down"} /></>}
        <Button variant="secondary">{t("staffBookings.list.find")}</Button>
        {isFiltered ? <Link to="?" className="py-2 text-sm">{t("staffBookings.list.reset")}</Link> : null}
      </Form>
      <Muted>{t("staffBookings.list.count", { count: total })}</Muted>
      <div className={cx("grid gap-8", glance && "xl:grid-cols-[minmax(0,1fr)_22rem]")}>
        {glance ? <Glance glance={glance} now={now} closeTo={to.close} /> : null}
        <div className="grid content-start gap-4 xl:order-first">
          <BookingTable rows={rows} selected={selected} selectTo={to.select} isFiltered={isFiltered} sorting={{ by: sort, ascending, to: to.sort }} isNarrow={glance !== null} />
          {pages > 1 ? <Pagination label={t("staffBookings.list.paging")} previous={to.previous} next={to.next} previousLabel={t("staffBookings.list.previous")} nextLabel={t("staffBookings.list.next")} summary={t("staffBookings.list.page", { page, pages })} /> : null}
        </div>
      </div>
    </Desk>
  );
}

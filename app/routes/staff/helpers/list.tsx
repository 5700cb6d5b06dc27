import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { UserPlus } from "#app/ui/icons.ts";
import { mayInvite, maySeeHelpers } from "#app/domain/helper/helper.policy.ts";
import { contextIf, pageLink, pageOf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, ButtonLink, cx, Muted, Pagination, SelectField, TextField } from "#app/ui/index.ts";
import { addressWith, oneOf, textOf } from "./parts/asked.server.ts";
import { Desk, deskMeta, titled } from "./parts/desk.tsx";
import { GlancePanel } from "./parts/glance.tsx";
import { HelperTable } from "./parts/helper-table.tsx";
import { glanceAt, helperRows, helperStates } from "./parts/list.server.ts";

/** Helpers by search and state, 50 a page; `selected` opens one beside the list. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySeeHelpers);
  const url = new URL(args.request.url);
  const [search, state, selected] = [textOf(url.searchParams, "q"), oneOf(url.searchParams, "state", helperStates), textOf(url.searchParams, "selected")];
  const { rows, total, page, pages } = await helperRows(ctx, { search, state, page: pageOf(url.searchParams) });
  return {
    ...titled(ctx, translator(ctx.locale)("staffHelpers.list.title")),
    rows, total, page, pages, search, state: state ?? "", selected, states: helperStates,
    glance: await glanceAt(ctx, selected),
    mayInvite: mayInvite(ctx.actor),
    to: { select: `${addressWith(url, { selected: null })}${addressWith(url, { selected: null }).includes("?") ? "&" : "?"}selected=`, close: addressWith(url, { selected: null }), previous: page > 1 ? pageLink(url, page - 1) : null, next: page < pages ? pageLink(url, page + 1) : null },
  };
}

export const meta = deskMeta;

export default function Helpers() {
  const { rows, total, page, pages, search, state, states, selected, glance, to, mayInvite: invites } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const filters = (
    <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
      <TextField key={search} name="q" type="search" label={t("staffHelpers.list.search")} defaultValue={search} maxLength={80} width="medium" autoComplete="off" />
      <SelectField key={state} name="state" label={t("staffHelpers.list.state")} placeholder={t("staffHelpers.list.anyState")} defaultValue={state} width="medium" options={states.map((each) => ({ value: each, label: t(`staffHelpers.state.${each}`) }))} />
      <Button variant="secondary">{t("staffHelpers.list.find")}</Button>
    </Form>
  );
  return (
    <Desk
      title={t("staffHelpers.list.title")} lead={t("staffHelpers.list.lead")}
      actions={invites ? <ButtonLink to={`/${locale}/staff/helpers/invite`} icon={UserPlus}>{t("staffHelpers.list.invite")}</ButtonLink> : undefined}
    >
      {filters}
      <Muted>{t("staffHelpers.list.count", { count: total })}</Muted>
      <div className={cx("grid gap-8", glance && "xl:grid-cols-[minmax(0,1fr)_22rem]")}>
        <div className="grid min-w-0 content-start gap-4">
          <HelperTable rows={rows} selected={glance ? selected : ""} selectTo={to.select} isFiltered={search !== "" || state !== ""} mayInvite={invites} />
          {pages > 1 ? <Pagination label={t("staffHelpers.list.paging")} previous={to.previous} next={to.next} previousLabel={t("staffHelpers.list.previous")} nextLabel={t("staffHelpers.list.next")} summary={t("staffHelpers.list.page", { page, pages })} /> : null}
        </div>
        {glance ? <GlancePanel glance={glance} closeTo={to.close} /> : null}
      </div>
    </Desk>
  );
}

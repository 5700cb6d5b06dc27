import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayEditCatalogue, maySeeCatalogue } from "#app/domain/catalogue/catalogue.policy.ts";
import { readContent } from "#app/domain/catalogue/catalogue.form.ts";
import { found } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { textOf } from "../helpers/parts/asked.server.ts";
import { Desk, deskMeta, titled } from "../helpers/parts/desk.tsx";
import { entryFor, type EntryState, newCode, sendEntry } from "./parts/entry.server.ts";
import { EntryForm } from "./parts/entry-form.tsx";
import { Preview } from "./parts/preview.tsx";

/** One service type: a form for administrators, the customer's view for everybody else at the desk. */
export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.code ?? "";
  const ctx = await contextIf(args, code === newCode ? mayEditCatalogue : maySeeCatalogue);
  const entry = found(await entryFor(ctx, code));
  const t = translator(ctx.locale);
  const mayEdit = mayEditCatalogue(ctx.actor);
  const title = entry.name === null ? t("staffHelpers.catalogue.newTitle") : t(mayEdit ? "staffHelpers.catalogue.edit" : "staffHelpers.catalogue.see", { name: entry.name });
  return { ...titled(ctx, title), entry, mayEdit, isNew: code === newCode, saved: textOf(new URL(args.request.url).searchParams, "saved", 10) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayEditCatalogue);
  return sendEntry(ctx, args.params.code ?? "", await sentForm(args.request));
}

export const meta = deskMeta;

export default function CatalogueEntry() {
  const { title, entry, mayEdit, isNew, saved } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as EntryState | undefined;
  const [t, locale] = [useT(), useLocale()];
  const lead = entry.state ? t("staffHelpers.catalogue.current", { version: entry.version, state: t(`staffHelpers.catalogue.states.${entry.state}`) }) : undefined;
  const known = mayEdit ? null : readContent(entry.typed);
  return (
    <Desk title={title} lead={lead} back={{ to: `/${locale}/staff/catalogue`, label: t("staffHelpers.catalogue.back") }} done={saved && !state ? t("staffHelpers.catalogue.saved", { version: saved }) : null}>
      <div id="preview" className="scroll-mt-4">{state?.preview ? <Preview content={state.preview.content} locale={state.preview.locale} isDraft /> : null}</div>
      {mayEdit ? <EntryForm key={`${entry.version}-${state ? "again" : "first"}`} entry={entry} typed={{ values: state?.values ?? entry.typed, errors: state?.errors ?? {} }} isNew={isNew} /> : null}
      {known?.ok ? <Preview content={known.content} locale={locale} isDraft={false} /> : null}
    </Desk>
  );
}

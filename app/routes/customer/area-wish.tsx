import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MailCheck } from "#app/ui/icons.ts";
import { wishForArea } from "#app/domain/area/area.commands.server.ts";
import { areaStanding } from "#app/domain/area/area.queries.server.ts";
import { areaWishSchema } from "#app/domain/area/area.schema.ts";
import { contextFor } from "#app/http/context.server.ts";
import { formAgain, readForm, sentForm } from "#app/http/form.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Container, EmptyState } from "#app/ui/index.ts";
import { AreaWishForm } from "./parts/search-area.tsx";

/** "Tell me when" and its thanks. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const params = new URL(args.request.url).searchParams;
  const [place] = ctx.places.byPostcode((params.get("postcode") ?? "").slice(0, 4));
  const standing = place ? await areaStanding(ctx, place.postcode) : null;
  return { locale: ctx.locale, title: translator(ctx.locale)("search.area.titleBare"), thanks: params.has("thanks"), isOpen: standing?.open ?? false, postcode: place?.postcode ?? "", locality: place?.locality ?? "", opensAt: standing && !standing.open ? standing.opensAt : null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  const form = readForm(await sentForm(args.request), areaWishSchema);
  if (!form.ok) return formAgain(form.state);
  const wished = await wishForArea(ctx, { postcode: form.value.postcode, email: form.value.email ?? null });
  if (!wished.ok && wished.refusal === "unknown-postcode") return formAgain({ values: form.values, errors: { postcode: "errors.field.postcode" } });
  throw redirect(`/${ctx.locale}/area-wish?thanks&postcode=${form.value.postcode}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: "/area-wish", title: data.title, description: data.title, noindex: true }) : []);

export default function AreaWish() {
  const { thanks, isOpen, postcode, locality, opensAt } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useT();
  const locale = useLocale();
  if (!thanks && !isOpen) return <AreaWishForm postcode={postcode} locality={locality} opensAt={opensAt} state={state} />;
  const key = isOpen ? "open" : "thanks";
  return (
    <Container width="narrow" className="py-8 lg:py-16">
      <EmptyState icon={MailCheck} title={t(`search.area.${key}.title`)} actions={<ButtonLink to={isOpen ? `/${locale}/search?where=${postcode}` : `/${locale}`}>{t(`search.area.${key}.action`)}</ButtonLink>}>{t(`search.area.${key}.words`, { place: `${postcode} ${locality}` })}</EmptyState>
    </Container>
  );
}

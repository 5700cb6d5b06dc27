import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { found } from "#app/http/answer.server.ts";
import { isFavourite } from "#app/domain/together/favourites.queries.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { BackLink, Container, Heading, Muted, Prose, useHydrated } from "#app/ui/index.ts";
import { HelperMap } from "#app/ui/map/helper-map.tsx";
import { helperPage } from "./parts/helper-data.server.ts";
import { BookingBox } from "./parts/helper-booking-box.tsx";
import { HelperHead } from "./parts/helper-head.tsx";
import { Certificates, Reviews, Services } from "./parts/helper-sections.tsx";

/** A helper's public page; the position is the public point, the area a circle around it. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const params = new URL(args.request.url).searchParams;
  const helper = found(await helperPage(ctx, args.params.helperId ?? "", { service: params.get("service") ?? "", place: (params.get("place") ?? "").slice(0, 100) }));
  const t = translator(ctx.locale);
  const remembered = await isFavourite(ctx, helper.id);
  return { locale: ctx.locale, helper, remembered: ctx.actor.kind === "staff" || ctx.actor.helperId === helper.id ? null : remembered, tiles: args.context.app.config.tiles, title: t("helperPage.metaTitle", { name: helper.name, locality: helper.locality }), description: t("helperPage.metaDescription", { name: helper.name, locality: helper.locality, services: helper.listings.map(({ name }) => name).join(", ") }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: `/helpers/${data.helper.id}`, title: data.title, description: data.description, noindex: !data.helper.searchOptIn }) : []);

export default function Helper() {
  const { helper, remembered, tiles } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const hydrated = useHydrated();
  const { place, chosen } = helper;
  const texts = { map: t("helperPage.area.map", { name: helper.name }), zoomIn: t("search.map.zoomIn"), zoomOut: t("search.map.zoomOut"), close: t("search.map.close"), unavailable: t("helperPage.area.unavailable") };
  return (
    <Container className="py-6 lg:py-10">
      <BackLink to={place ? `/${locale}/search?service=${chosen.code}&place=${place.id}` : `/${locale}`}>{place ? t("helperPage.back", { place: place.label }) : t("helperPage.backHome")}</BackLink>
      <div className="mt-6 grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:gap-x-16 lg:gap-y-12">
        <HelperHead helper={helper} remembered={remembered} />
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1"><BookingBox helper={helper} /></div>
        <div className="grid content-start gap-12 lg:col-start-1">
          {helper.biography ? <section aria-labelledby="about"><Heading level={2} id="about">{t("helperPage.about")}</Heading><Prose className="mt-3">{helper.biography.split(/\n+/).map((words) => <p key={words}>{words}</p>)}</Prose></section> : null}
          <Services helper={helper} />
          <Certificates helper={helper} />
          <Reviews helper={helper} />
          <section aria-labelledby="area">
            <Heading level={2} id="area">{t("helperPage.area.title")}</Heading>
            <Muted className="mt-2">{t("helperPage.area.words", { km: helper.radiusKm, locality: helper.locality })}</Muted>
            {hydrated ? <HelperMap className="mt-4 h-80 rounded-lg border border-line" center={helper} zoom={11} bounds={around(helper)} pins={[]} clusters={[]} circle={{ lat: helper.lat, lng: helper.lng, radiusM: helper.radiusKm * 1000 }} tiles={tiles} texts={texts} /> : null}
          </section>
        </div>
      </div>
    </Container>
  );
}

/** The box that holds the whole circle. */
function around({ lat, lng, radiusKm }: { lat: number; lng: number; radiusKm: number }) {
  const dLat = radiusKm / 111.195;
  const dLng = dLat / Math.cos((lat * Math.PI) / 180);
  return { south: lat - dLat, north: lat + dLat, west: lng - dLng, east: lng + dLng };
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { saveRadius } from "#app/domain/helper/helper.commands.server.ts";
import { radiusSchema } from "#app/domain/helper/helper.schema.ts";
import { radiusKm } from "#app/domain/helper/helper.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, readForm, sentForm } from "#app/http/form.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Muted, Notice, RangeField, Stack, SubmitButton, TextField, useHydrated } from "#app/ui/index.ts";
import { RadiusMap } from "#app/ui/map/radius-map.tsx";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { useBackToMe } from "./parts/back-to-me.ts";
import { Problems, Screen, Trouble, useDone, useForm } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("helper.radius.title");

export async function loader(args: LoaderFunctionArgs) {
  const { helper } = await asHelper(args);
  const { publicLat: lat, publicLng: lng } = helper;
  return { radiusKm: helper.radiusKm, point: lat !== null && lng !== null ? { lat, lng } : null, tiles: args.context.app.config.tiles };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const read = readForm(await sentForm(args.request), radiusSchema);
  if (!read.ok) return formAgain(read.state);
  const result = await saveRadius(ctx, helper.id, read.value.radiusKm);
  if (result.ok) return redirect(helperPath(ctx.locale, "me/radius?done=saved"));
  return formAgain({ values: read.values, errors: { radiusKm: result.refusal === "radius" ? "errors.field.range" : "helper.refusal.notFound" } }, statusOf(result.refusal));
}

export default function RadiusScreen() {
  const t = useT();
  const locale = useLocale();
  const hydrated = useHydrated();
  const { radiusKm: saved, point, tiles } = useLoaderData<typeof loader>();
  const state = useAnswer<typeof action>();
  const { typed, error } = useForm(state);
  const [km, setKm] = useState(saved);
  const field = { name: "radiusKm", label: t("helper.radius.field"), error: error("radiusKm"), min: radiusKm.min, max: radiusKm.max };
  return (
    <Screen title={t("helper.radius.title")} lead={t("helper.radius.lead")} back={useBackToMe()} saved={useDone() ? t("helper.me.saved") : null}>
      {point ? (
        <div className="grid gap-2">
          <RadiusMap
            className="h-64 rounded-lg sm:h-80 border border-line" center={point} radiusM={km * 1000} tiles={tiles}
            texts={{ map: t("helper.radius.map"), zoomIn: t("helper.radius.zoomIn"), zoomOut: t("helper.radius.zoomOut"), close: t("common.close"), unavailable: t("helper.radius.unavailable") }}
          />
          <Muted>{t("helper.radius.mapHint")}</Muted>
        </div>
      ) : <Notice tone="info" actions={<ButtonLink to={helperPath(locale, "me/address")} variant="secondary" size="small">{t("helper.welcome.steps.address.action")}</ButtonLink>}>{t("helper.radius.needAddress")}</Notice>}
      <Form method="post" noValidate>
        <Stack gap={6}>
          <Problems state={state} />
          {hydrated && !state
            ? <RangeField {...field} defaultValue={saved} format={(value) => t("helper.units.km", { km: value })} onValue={setKm} />
            : <TextField {...field} type="number" inputMode="numeric" width="short" suffix="km" defaultValue={typed("radiusKm", String(saved))} />}
          <div><SubmitButton pendingLabel={t("common.sending")}>{t("helper.radius.save")}</SubmitButton></div>
        </Stack>
      </Form>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };

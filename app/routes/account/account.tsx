import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { profileForm } from "#app/domain/account/account.schema.ts";
import { myProfile } from "#app/domain/account/account.queries.server.ts";
import { changeProfile } from "#app/domain/account/person.commands.server.ts";
import { myCreditMinor, myCredits } from "#app/domain/rescue/credit.queries.server.ts";
import { answer, found } from "#app/http/answer.server.ts";
import { formAgain, readForm, sentForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/sign-in.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { Columns, Container, Heading, Muted, Notice, Section, Stack } from "#app/ui/index.ts";
import { AccountLinks } from "./parts/account-links.tsx";
import { Purse } from "./parts/purse.tsx";
import { ProfileForm } from "./parts/profile-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await signedIn(args);
  const profile = found(await myProfile(ctx));
  const saved = new URL(args.request.url).searchParams.has("saved");
  const [creditMinor, credits] = [await myCreditMinor(ctx), await myCredits(ctx)];
  return { locale: ctx.locale, creditMinor, credits, profile, saved, helper: ctx.actor.helperId !== null, staff: ctx.actor.kind === "staff", title: translator(ctx.locale)("account.home.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await signedIn(args);
  const read = readForm(await sentForm(args.request), profileForm);
  if (!read.ok) return formAgain(read.state);
  answer(await changeProfile(ctx, { ...read.value, mobile: read.value.mobile ?? null }));
  return redirect(`/${ctx.locale}/account?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, title: data.title, path: "/account", noindex: true }) : []);

export default function Account() {
  const { profile, saved, helper, staff, creditMinor, credits } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useT();
  return (
    <Section space="tight">
      <Container>
        <Stack gap={8}>
          <Stack gap={2}>
            <Heading level={1}>{t("account.home.title")}</Heading>
            <Muted>{t("account.home.signedInAs", { email: profile.email ?? "" })}</Muted>
          </Stack>
          {saved && !state ? <Notice tone="ok" role="status" title={t("account.home.saved")} /> : null}
          <Columns of="side">
            <ProfileForm profile={profile} state={state} />
            <Stack gap={8}>
              <Purse leftMinor={creditMinor} credits={credits} />
              <AccountLinks helper={helper} staff={staff} />
            </Stack>
          </Columns>
        </Stack>
      </Container>
    </Section>
  );
}

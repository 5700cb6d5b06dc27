import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { endOtherSessions, endSession } from "#app/domain/account/session.commands.server.ts";
import { mySessions } from "#app/domain/account/session.queries.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, sentForm } from "#app/http/form.server.ts";
import { sessionFor } from "#app/http/session.server.ts";
import { signedIn } from "#app/http/sign-in.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { formatDayTime } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { BackLink, Badge, Button, Card, Container, Heading, Lead, Muted, Notice, Row, Section, Stack } from "#app/ui/index.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await signedIn(args);
  const current = await sessionFor(args);
  const ended = new URL(args.request.url).searchParams.has("ended");
  return { locale: ctx.locale, sessions: await mySessions(ctx, current?.id ?? null), ended, title: translator(ctx.locale)("account.sessions.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await signedIn(args);
  const form = await sentForm(args.request);
  const current = await sessionFor(args);
  const result = form.get("intent") === "others" ? await endOtherSessions(ctx, current?.id ?? "") : await endSession(ctx, String(form.get("session") ?? ""));
  if (!result.ok) return formAgain({ values: {}, errors: {}, refusal: result.refusal }, statusOf(result.refusal));
  return redirect(`/${ctx.locale}/account/sessions?ended`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, title: data.title, path: "/account/sessions", noindex: true }) : []);

export default function Sessions() {
  const { sessions, ended } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const [t, locale] = [useT(), useLocale()];
  return (
    <Section space="tight">
      <Container width="text">
        <Stack gap={6}>
          <BackLink to={`/${locale}/account`}>{t("account.home.title")}</BackLink>
          <Heading level={1}>{t("account.sessions.title")}</Heading>
          <Lead>{t("account.sessions.lead")}</Lead>
          {state ? <Notice tone="warn" role="alert" title={t("account.sessions.gone")} /> : ended ? <Notice tone="ok" role="status" title={t("account.sessions.ended")} /> : null}
          <Stack gap={4} as="ul">
            {sessions.map((session) => (
              <Card as="li" key={session.publicId}>
                <Row justify="between">
                  <Stack gap={1}>
                    <Row gap={2}>
                      <strong>{session.device || t("account.sessions.unknown")}</strong>
                      {session.current ? <Badge tone="ok">{t("account.sessions.current")}</Badge> : null}
                      {session.staff ? <Badge>{t("account.sessions.staff")}</Badge> : null}
                    </Row>
                    <Muted>{t("account.sessions.seen", { time: formatDayTime(session.seenAt, locale) })}</Muted>
                    <Muted>{t("account.sessions.since", { time: formatDayTime(session.createdAt, locale) })}</Muted>
                  </Stack>
                  {session.current ? null : (
                    <Form method="post">
                      <input type="hidden" name="session" value={session.publicId} />
                      <Button variant="secondary" size="small">{t("account.sessions.end")}</Button>
                    </Form>
                  )}
                </Row>
              </Card>
            ))}
          </Stack>
          {sessions.length > 1 ? <Form method="post"><Button variant="secondary" name="intent" value="others">{t("account.sessions.endOthers")}</Button></Form> : null}
        </Stack>
      </Container>
    </Section>
  );
}

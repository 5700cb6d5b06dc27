import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { savePicture } from "#app/domain/helper/helper.commands.server.ts";
import { answer } from "#app/http/answer.server.ts";
import { readUpload, storeUploads } from "#app/http/uploads.server.ts";
import { useT } from "#app/texts/use.ts";
import { Avatar, ErrorSummary, FileField, Muted, Stack, SubmitButton } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { useBackToMe } from "./parts/back-to-me.ts";
import { Screen, Trouble, useDone } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";
import { refusalWords } from "./parts/refusal-words.ts";

export const meta = titled("helper.picture.title");

export async function loader(args: LoaderFunctionArgs) {
  const { helper } = await asHelper(args);
  return { photoFileId: helper.photoFileId, name: helper.displayName };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const { files } = await readUpload(args.request, "picture");
  if (files.length === 0) return data({ refusal: "missing" }, { status: 400 });
  const { stored, refused } = await storeUploads(args, null, "portrait", files.slice(0, 1));
  const [fileId] = stored;
  if (!fileId) return data({ refusal: refused[0]?.refusal ?? "picture-broken" }, { status: 400 });
  answer(await savePicture(ctx, helper.id, fileId));
  return redirect(helperPath(ctx.locale, "me/picture?done=saved"));
}

export default function Picture() {
  const t = useT();
  const { photoFileId, name } = useLoaderData<typeof loader>();
  const refusal = useAnswer<typeof action>()?.refusal;
  const error = refusal ? refusalWords(t, "helper.picture.refusal", refusal, "helper.refusal.other") : null;
  return (
    <Screen title={t("helper.picture.title")} lead={t("helper.picture.lead")} back={useBackToMe()} saved={useDone() ? t("helper.me.saved") : null}>
      <div className="flex items-center gap-4">
        <Avatar name={name} src={photoFileId ? `/files/${photoFileId}` : null} size="huge" eager />
        <Muted>{t(photoFileId ? "helper.picture.current" : "helper.picture.none")}</Muted>
      </div>
      <Form method="post" encType="multipart/form-data" noValidate>
        <Stack gap={6}>
          <ErrorSummary title={t("errors.summary.title")} errors={error ? [{ field: "picture", message: error }] : []} />
          <FileField name="picture" label={t("helper.picture.field")} hint={t("helper.picture.hint")} error={error} required />
          <div><SubmitButton pendingLabel={t("common.sending")}>{t("helper.picture.save")}</SubmitButton></div>
        </Stack>
      </Form>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };

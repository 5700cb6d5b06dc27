import { Form } from "@remix-run/react";
import { Heart } from "#app/ui/icons.ts";
import { labelled } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { SubmitButton } from "#app/ui/index.ts";

/** Remember somebody, or forget them again: one press, also without JavaScript; whoever is not signed in does that in between. */
export function Remember({ helperId, service, name, isIn, back }: { helperId: string; /** The code of the service that is shown here: it is offered first where they are found again. */ service: string; name: string; isIn: boolean; back: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Form method="post" action={`/${locale}/helpers/${helperId}/remember`} preventScrollReset>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="service" value={service} />
      <SubmitButton name="intent" value={isIn ? "forget" : "remember"} variant={isIn ? "secondary" : "quiet"} size="small" icon={Heart} aria-label={isIn ? `${labelled(t("together.remember.isIn"), locale)} ${t("together.remember.forget", { name })}` : undefined}>
        {isIn ? t("together.remember.isIn") : t("together.remember.add", { name })}
      </SubmitButton>
    </Form>
  );
}

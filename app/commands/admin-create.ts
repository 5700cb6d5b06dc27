import { parseArgs } from "node:util";
import { inviteStaff } from "#app/domain/account/staff.commands.server.ts";
import { emailField } from "#app/domain/account/account.schema.ts";
import { isLocale } from "#app/domain/kernel/words.ts";
import { compose, UnsafeSettings } from "#app/http/compose.server.ts";
import { systemContext } from "#app/http/context.server.ts";
import { layGround } from "#db/seed/ground.ts";
import "#app/texts/all.server.ts";

const usage = 'npm run admin:create -- --email anna@example.ch --name "Anna Muster" [--locale de]';

/** Invites the first administrator and prints the link, for the time before mails work and anybody can sign in; gives an empty production house its ground. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { email: { type: "string" }, name: { type: "string" }, locale: { type: "string", default: "de" } } });
  const email = emailField.safeParse(values.email);
  if (!email.success || !values.name?.trim() || !isLocale(values.locale)) {
    console.error(usage);
    return 2;
  }
  const app = await compose();
  try {
    const result = await inviteStaff(await systemContext(app), { email: email.data, name: values.name, locale: values.locale, roles: ["admin"] });
    if (!result.ok) {
      console.error(result.refusal === "already-staff" ? `${email.data} is a member of staff already.` : `Refused: ${result.refusal}`);
      return 1;
    }
    if (app.config.mode === "production" && (await layGround(await systemContext(app)))) console.log("Categories, programmes and services are laid down; publish services and write the pages on the staff screens.\n");
    console.log(`Open this link within 14 days to set a password and a second factor:\n\n  ${result.value.link}\n`);
    return 0;
  } finally {
    await app.store.close();
  }
}

main().then(
  (code) => process.exit(code),
  (problem: unknown) => {
    console.error(problem instanceof UnsafeSettings ? problem.message : problem);
    process.exit(1);
  },
);

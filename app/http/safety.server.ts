import type { Config } from "./config.server.ts";

/** Everything that production must not start with, a sentence each, naming the setting. The demo may start with all of it. */
export function unsafeSettings(config: Config): string[] {
  if (config.mode === "demo") return [];
  const rules: [boolean, string][] = [
    [config.modeWord !== "production", "QUARTIER_MODE is demo or production, written like that."],
    [config.secret.length < 32, "QUARTIER_SECRET must hold at least 32 random characters: it signs links and hides helpers' addresses."],
    [/^(.)\1*$/.test(config.secret) && config.secret.length >= 32, "QUARTIER_SECRET repeats one character: make it random."],
    [!isHttps(config.origin), "PUBLIC_ORIGIN must be the public https address, for instance https://help.example.ch."],
    [!config.databaseUrl, "DATABASE_URL must name the database: postgres://… or the path of a SQLite file that is backed up."],
    [!config.stripeKey, "STRIPE_SECRET_KEY is missing: production takes no play money."],
    [config.stripeKey !== undefined && !/^[sr]k_(live|test)_/.test(config.stripeKey), "STRIPE_SECRET_KEY does not look like a Stripe key."],
    [!config.stripeWebhookSecret.startsWith("whsec_"), "STRIPE_WEBHOOK_SECRET is missing: without it nobody can tell Stripe's messages from forged ones."],
    [config.stripeApi.protocol === "http", "STRIPE_API_PROTOCOL must not be http: keys would travel in the clear."],
    [config.playMoneyOrigin !== undefined, "PLAY_MONEY_ORIGIN belongs to the demo: take it away."],
    [!config.smtpUrl, "SMTP_URL is missing: sign-in codes travel by mail."],
    [!/^[^@\s]+@[^@\s]+\.[^@\s]+$|<[^@\s]+@[^@\s]+\.[^@\s]+>$/.test(config.mailFrom), "MAIL_FROM must be an address that mails come from, for instance Quartier <help@example.ch>."],
    [config.tiles !== null && !config.tiles.url.startsWith("https://"), "MAP_TILES must be an https address."],
    [config.tiles !== null && !config.tiles.attribution, "MAP_ATTRIBUTION is missing: whoever makes the tiles wants to be named."],
    [!config.rateLimits, "RATE_LIMITS=off belongs to measuring: take it away."],
    [!Number.isInteger(config.trustedProxies) || config.trustedProxies < 0, "TRUSTED_PROXIES must be the number of proxies in front, 0 or more."],
  ];
  return rules.filter(([unsafe]) => unsafe).map(([, sentence]) => sentence);
}

function isHttps(origin: string): boolean {
  try {
    const url = new URL(origin);
    return url.protocol === "https:" && url.origin === origin && !/^(localhost|127\.|\[::1\])/.test(url.host);
  } catch {
    return false;
  }
}

import path from "node:path";

export type Config = {
  mode: "demo" | "production";
  /** The word that was given for it. */
  modeWord: string;
  port: number;
  host: string;
  /** Scheme and host of every link that we write; never the Host header. */
  origin: string;
  databaseUrl: string | undefined;
  /** The folder of the SQLite file and of uploaded pictures. */
  varDir: string;
  /** Keys all signatures, the public point's displacement included. */
  secret: string;
  stripeKey: string | undefined;
  stripeWebhookSecret: string;
  stripeApi: { host?: string; port?: string; protocol?: string };
  /** Origin of the stand-in's Checkout page, when it is not ours. */
  playMoneyOrigin: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  tiles: { url: string; attribution: string } | null;
  /** How many proxies in front of us may be believed. */
  trustedProxies: number;
  /** Off only for measuring and for journeys; production refuses that. */
  rateLimits: boolean;
  /** How long readiness says no before the port closes, for load balancers. */
  drainMs: number;
  logLevel: string;
};

/** Reads the environment; whether it is safe to start with is `unsafeSettings`' question. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  // Whatever is not the demo is held to production's rules, which name a word that is neither.
  const mode = (env.QUARTIER_MODE || "demo") === "demo" ? "demo" : "production";
  const port = Number(env.PORT ?? 3000);
  return {
    mode,
    modeWord: env.QUARTIER_MODE || "demo",
    port,
    host: env.HOST ?? (mode === "demo" ? "127.0.0.1" : "0.0.0.0"),
    origin: (env.PUBLIC_ORIGIN ?? `http://localhost:${port}`).replace(/\/$/, ""),
    databaseUrl: env.DATABASE_URL || undefined,
    varDir: path.resolve(env.QUARTIER_VAR ?? "var"),
    secret: env.QUARTIER_SECRET ?? "",
    stripeKey: env.STRIPE_SECRET_KEY || undefined,
    stripeWebhookSecret: env.STRIPE_WEBHOOK_SECRET ?? "",
    stripeApi: { host: env.STRIPE_API_HOST, port: env.STRIPE_API_PORT, protocol: env.STRIPE_API_PROTOCOL },
    playMoneyOrigin: env.PLAY_MONEY_ORIGIN || undefined,
    smtpUrl: env.SMTP_URL || undefined,
    mailFrom: env.MAIL_FROM ?? "",
    tiles: env.MAP_TILES ? { url: env.MAP_TILES, attribution: env.MAP_ATTRIBUTION ?? "" } : null,
    trustedProxies: Number(env.TRUSTED_PROXIES ?? 0),
    rateLimits: env.RATE_LIMITS !== "off",
    drainMs: Math.min(Math.max(Number(env.DRAIN_MS ?? 500) || 0, 0), 3000),
    logLevel: env.LOG_LEVEL ?? "info",
  };
}

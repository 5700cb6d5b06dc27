import type { Logger } from "pino";
import type { Store } from "#db/store.ts";
import type { CalendarFetcher } from "#app/domain/calendars/calendars.ts";
import type { Random, Signing } from "#app/domain/kernel/context.ts";
import type { Mailer } from "#app/gateways/mail/mail.ts";
import type { Bell } from "#app/jobs/bell.ts";
import type { Places } from "#app/domain/kernel/places.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { Payments } from "#app/gateways/payments/payments.ts";
import type { StandIn } from "#app/gateways/payments/standin.server.ts";
import type { Config } from "./config.server.ts";

/** What lives as long as the process; composed once in compose.server.ts, by tests in tests/support/world.ts. */
export type App = {
  readonly config: Config;
  readonly store: Store;
  readonly clock: {
    /** Real time, UTC milliseconds. */
    real(): number;
    /** Business time: real time plus what the demo has moved forward. */
    business(): number;
    /** Re-reads the offset after somebody moved the clock. */
    refresh(): Promise<void>;
  };
  /** The settings in force; `refreshSettings` after a command changed one. */
  settings(): Promise<Settings>;
  refreshSettings(): void;
  readonly places: Places;
  readonly mailer: Mailer;
  /** Brings helpers' other calendars from their servers. */
  readonly calendars: CalendarFetcher;
  /** Rung when work is queued, so that the runner looks at once. */
  readonly bell: Bell;
  readonly random: Random;
  readonly signing: Signing;
  readonly log: Logger;
  readonly payments: Payments;
  /** Stripe's double, where no key is set; its pages are served under /play-money. */
  readonly standIn: StandIn | null;
  /** Real time when the process was asked to stop, or null. */
  stoppingSince: number | null;
};

import type { Logger } from "pino";
import type { Store } from "#db/store.ts";
import type { Random, Signing } from "#app/domain/kernel/context.ts";
import type { Bell } from "#app/jobs/bell.ts";
import type { Mailer } from "#app/gateways/mail/mail.ts";
import type { Places } from "#app/domain/kernel/places.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
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
  /** Rung when work is queued, so that the runner looks at once. */
  readonly bell: Bell;
  readonly random: Random;
  readonly signing: Signing;
  readonly log: Logger;
};

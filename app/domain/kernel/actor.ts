/** What a member of the company's staff may do; one person can hold several (product.md). */
export const staffRoles = ["certifier", "quality", "support", "finance", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

/**
 * Who asks. One person can be customer and helper at once; `provenBookings` are the bookings
 * whose signed link this browser has opened, with or without an account.
 */
export type Actor = {
  readonly kind: "visitor" | "person" | "staff" | "system";
  readonly personId: string | null;
  readonly helperId: string | null;
  readonly roles: readonly StaffRole[];
  readonly provenBookings: readonly string[];
  /** Digests of the watchers' keys that this browser has opened; what each still allows is looked up whenever a booking is read. */
  readonly watching?: readonly string[];
};

const nobody = { personId: null, helperId: null, roles: [], provenBookings: [] } as const;
export const visitor = (provenBookings: readonly string[] = []): Actor => ({ ...nobody, kind: "visitor", provenBookings });
export const system: Actor = { ...nobody, kind: "system" };
export const staff = (personId: string, roles: readonly StaffRole[]): Actor => ({ ...nobody, kind: "staff", personId, roles });
export const person = (personId: string, helperId: string | null = null, provenBookings: readonly string[] = []): Actor => ({ ...nobody, kind: "person", personId, helperId, provenBookings });

/** `admin` may do what every role may do. */
export const hasRole = (actor: Actor, ...roles: StaffRole[]): boolean =>
  actor.kind === "staff" && actor.roles.some((role) => role === "admin" || roles.includes(role));

/** The same actor, who has proven one booking more. */
export const proving = (actor: Actor, bookingId: string): Actor => ({ ...actor, provenBookings: [...actor.provenBookings, bookingId] });

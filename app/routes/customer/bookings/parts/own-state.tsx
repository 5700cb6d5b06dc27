import type { BookingState } from "#app/domain/booking/booking.ts";
import { StateBadge } from "#app/routes/shared/booking/state.tsx";

/** A booking's state in its customer's list: over is over, whether or not the helper is paid yet. */
export const OwnStateBadge = ({ state }: { state: BookingState }) => <StateBadge state={state === "signed_off" ? "closed" : state} />;

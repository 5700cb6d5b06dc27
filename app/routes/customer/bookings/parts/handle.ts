import type { FrameHandle } from "#app/routes/shared/site-frame.tsx";

/** Beside the telephone number at the foot of every screen of a booking stands what to say when calling. */
export const handle: FrameHandle = { reference: (data) => (data as { booking?: { reference?: string } }).booking?.reference };

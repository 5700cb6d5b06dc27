import type { Kit } from "../kit.ts";
import { accountTables } from "./account.ts";
import { availabilityTables } from "./availability.ts";
import { bookingTables } from "./booking.ts";
import { calendarTables } from "./calendars.ts";
import { catalogueTables } from "./catalogue.ts";
import { dispatchTables } from "./dispatch.ts";
import { helperTables } from "./helper.ts";
import { kernelTables } from "./kernel.ts";
import { paymentTables } from "./payment.ts";
import { rescheduleTables } from "./reschedule.ts";
import { rescueTables } from "./rescue.ts";
import { togetherTables } from "./together.ts";
import { visitTables } from "./visit.ts";

/** Every table of the house, defined once and built for one dialect by its kit. */
export const defineSchema = (k: Kit) => {
  const kernel = kernelTables(k);
  const account = accountTables(k);
  const catalogue = catalogueTables(k);
  const helper = helperTables(k, { ...account, ...catalogue });
  const availability = availabilityTables(k);
  const booking = bookingTables(k, { ...account, ...catalogue, ...helper });
  const payment = paymentTables(k, { ...booking, ...helper });
  const reschedule = rescheduleTables(k, booking);
  const calendars = calendarTables(k, { ...booking, ...helper });
  const dispatch = dispatchTables(k, { ...booking, ...helper });
  const visit = visitTables(k, booking);
  const rescue = rescueTables(k, { ...booking, ...helper });
  const together = togetherTables(k, { ...account, ...catalogue, ...booking, ...helper });
  return { ...kernel, ...account, ...catalogue, ...helper, ...availability, ...booking, ...payment, ...reschedule, ...calendars, ...dispatch, ...visit, ...rescue, ...together };
};

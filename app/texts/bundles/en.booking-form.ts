import { cancellation, field, find, form, headline, hold, no, photos, price, refused, steps, when, yes } from "../en/booking.json";
import { before, change, declined, leave, open, opening, payNow, unchanged, unreachable } from "../en/payment.json";
import { form as other } from "../en/together.json";
import { choose, chosen, offer, rhythm } from "../en/series.json";
import { credit } from "../en/rescue.json";
import { choice } from "../en/dispatch.json";

const booking = { cancellation, field, find, form, headline, hold, no, photos, price, refused, steps, when, yes };
const payment = { before, change, declined, leave, open, opening, payNow, unchanged, unreachable };
const together = { form: other };
const series = { choose, chosen, offer, rhythm };
const rescue = { credit };
const dispatch = { choice };
export default { booking, payment, together, series, rescue, dispatch };

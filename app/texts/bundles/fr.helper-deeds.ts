import { when } from "../fr/booking.json";
import { cancel, late, reference, refusal, title, titleOf } from "../fr/visit.json";
import reschedule from "../fr/reschedule.json";

const booking = { when };
/** Cancelling a visit and proposing other times have screens of their own beside it. */
const visit = { cancel, late, reference, refusal, title, titleOf };
export default { booking, visit, reschedule };

import { when } from "../de/booking.json";
import { cancel, late, reference, refusal, title, titleOf } from "../de/visit.json";
import reschedule from "../de/reschedule.json";

const booking = { when };
/** Cancelling a visit and proposing other times have screens of their own beside it. */
const visit = { cancel, late, reference, refusal, title, titleOf };
export default { booking, visit, reschedule };

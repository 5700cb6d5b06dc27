import { when } from "../en/booking.json";
import { added, check, door, extras, offer, refusal, title, titleOf, waiting } from "../en/visit.json";

const booking = { when };
/** Extras and waiting have screens of their own beside the visit. */
const visit = { added, check, door, extras, offer, refusal, title, titleOf, waiting };
export default { booking, visit };

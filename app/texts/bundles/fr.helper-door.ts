import { when } from "../fr/booking.json";
import { added, check, door, extras, offer, refusal, title, titleOf, waiting } from "../fr/visit.json";

const booking = { when };
/** Extras and waiting have screens of their own beside the visit. */
const visit = { added, check, door, extras, offer, refusal, title, titleOf, waiting };
export default { booking, visit };

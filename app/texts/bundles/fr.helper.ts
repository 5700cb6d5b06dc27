import common from "../fr/common.json";
import errors from "../fr/errors.json";
import places from "../fr/places.json";
import { earnings, frame, me, nav, offline, picture, refusal, requests, today, units } from "../fr/helper.json";
import { messages, no, photos, when, yes } from "../fr/booking.json";
import { confirm, reference, refusal as refusals } from "../fr/visit.json";
import { action, list } from "../fr/reschedule.json";
import { panel, request, rhythm, state } from "../fr/series.json";
import { today as todayRescue, earned } from "../fr/rescue.json";
import { helper as asked, tonight } from "../fr/dispatch.json";

const helper = { earnings, frame, me, nav, offline, picture, refusal, requests, today, units };
/** Of a booking's and a visit's words only what the helper's screens show as well. */
const booking = { messages, no, photos, when, yes };
const visit = { confirm, reference, refusal: refusals };
/** Other times are proposed and answered among the visits. */
const reschedule = { action, list };
/** A series is answered among the requests and shown with each of its visits. */
const series = { panel, request, rhythm, state };
const rescue = { today: todayRescue, earned };
const dispatch = { helper: asked, tonight };
export default { common, errors, places, helper, visit, booking, reschedule, series, rescue, dispatch };

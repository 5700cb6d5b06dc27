import { only } from "../only.ts";
import { earnings, requests, today, units } from "../it/helper.json";
import { messages, no, photos, when, yes } from "../it/booking.json";
import { confirm, reference, refusal } from "../it/visit.json";
import { action, list } from "../it/reschedule.json";
import { request, rhythm, state } from "../it/series.json";
import { earned, today as todayRescue } from "../it/rescue.json";
import { helper as asked, tonight } from "../it/dispatch.json";

const helper = { earnings, requests, today, units };
/** Of a booking's and a visit's words only what the helper's requests show as well. */
const booking = { messages, no, photos, when, yes };
const visit = { confirm: only(confirm, "title", "forHelper", "do", "done"), reference, refusal };
/** Other times are proposed and answered among the visits. */
const reschedule = { action, list };
/** A series is answered among the requests. */
const series = { request, rhythm, state };
const rescue = { earned, today: todayRescue };
const dispatch = { helper: asked, tonight };
export default { helper, visit, booking, reschedule, series, rescue, dispatch };

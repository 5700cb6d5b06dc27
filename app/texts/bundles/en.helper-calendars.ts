import calendars from "../en/calendars.json";

export default { calendars };

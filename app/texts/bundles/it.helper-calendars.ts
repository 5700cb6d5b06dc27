import calendars from "../it/calendars.json";

export default { calendars };

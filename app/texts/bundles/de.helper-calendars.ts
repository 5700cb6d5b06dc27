import calendars from "../de/calendars.json";

export default { calendars };

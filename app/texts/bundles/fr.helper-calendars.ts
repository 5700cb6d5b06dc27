import calendars from "../fr/calendars.json";

export default { calendars };

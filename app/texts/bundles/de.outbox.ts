import outbox from "../de/outbox.json";

export default { outbox };

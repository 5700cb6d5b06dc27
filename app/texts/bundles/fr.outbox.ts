import outbox from "../fr/outbox.json";

export default { outbox };

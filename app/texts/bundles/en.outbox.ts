import outbox from "../en/outbox.json";

export default { outbox };

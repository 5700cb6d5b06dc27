import outbox from "../it/outbox.json";

export default { outbox };

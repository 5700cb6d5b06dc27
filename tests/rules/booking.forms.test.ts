import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { bookingSchema, reportSchema, signOffSchema } from "#app/domain/booking/booking.schema.ts";
import { bookingDiagram, bookingTable } from "#app/domain/booking/diagram.ts";
import { readForm } from "#app/http/form.server.ts";
import { reviewSchema } from "#app/domain/review/review.schema.ts";
import { betterWlan } from "#db/seed/content/connectivity/betterWlan.ts";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};
const filled = { name: "Anna Muster", email: "anna@example.ch", mobile: "079 123 45 67", street: "Rheinsprung 7", postcode: "4051", locality: "Basel", concern: "", "intake.where": "one-room", "intake.symptom": "slow", "intake.rooms": "3.5", "intake.several-floors": "no", "intake.repeater": "dont-know" };
const read = (fields: Record<string, string>) => readForm(form(fields), bookingSchema(betterWlan));

describe("the booking form", () => {
  it("is read as people, address and answers; who books is visited unless another is named", () => {
    const result = read(filled);
    expect(result.ok && result.value).toMatchObject({ contact: { name: "Anna Muster", email: "anna@example.ch", mobile: "079 123 45 67" }, visited: { name: "Anna Muster", telephone: "079 123 45 67" }, intake: { where: "one-room", symptom: "slow" }, concern: "" });
    const elsewhere = read({ ...filled, elsewhere: "on", visitedName: "Rosa", visitedTelephone: "+41 61 123 45 67" });
    expect(elsewhere.ok && elsewhere.value.visited).toEqual({ name: "Rosa", telephone: "+41 61 123 45 67" });
  });

  it("names what is missing or wrong, field by field, and keeps what was typed", () => {
    const result = read({ ...filled, name: " ", email: "anna@", mobile: "12", postcode: "0051", "intake.where": "moon", elsewhere: "on" });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.state.errors).toMatchObject({ name: "errors.field.required", email: "errors.field.email", mobile: "errors.field.telephone", postcode: "errors.field.postcode", "intake.where": "errors.field.choice" });
    expect(result.state.values.street).toBe("Rheinsprung 7");
    const visited = read({ ...filled, elsewhere: "on", visitedName: "", visitedTelephone: "x" });
    expect(!visited.ok && visited.state.errors).toMatchObject({ visitedName: "errors.field.required", visitedTelephone: "errors.field.telephone" });
  });

  it("asks for every required answer, also when none was given", () => {
    const { "intake.where": _where, "intake.symptom": _symptom, ...without } = filled;
    const result = read(without);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.state.errors).toMatchObject({ "intake.where": "errors.field.choice", "intake.symptom": "errors.field.choice" });
  });

  it("takes no answer that is not asked for", () => {
    const result = read({ ...filled, "intake.smuggled": "x" });
    expect(result.ok && Object.keys(result.value.intake)).not.toContain("smuggled");
  });
});

describe("the forms around a visit", () => {
  it("a report is read with its checklist and measures", () => {
    const result = readForm(form({ outcome: "solved", "checklist[0].code": "a", "checklist[0].done": "on", "checklist[1].code": "b", "checklist[1].value": "80", "measures[0].code": "led-bulb", "measures[0].count": "6", "measures[0].before": "360", "measures[0].after": "" }), reportSchema);
    expect(result.ok && result.value).toMatchObject({ outcome: "solved", rootCause: null, words: "", checklist: [{ code: "a", done: true }, { code: "b", done: false, value: "80" }], measures: [{ code: "led-bulb", count: 6, before: 360, after: null }] });
    expect(readForm(form({}), reportSchema).ok).toBe(false);
    // A word where a number belongs is answered in our own words.
    expect(readForm(form({ outcome: "solved", workedMinutes: "lange", "measures[0].code": "led-bulb", "measures[0].count": "sechs", "measures[0].before": "viel", "measures[0].after": "wenig" }), reportSchema)).toMatchObject({ ok: false, state: { errors: { workedMinutes: "errors.field.number", "measures[0].count": "errors.field.number", "measures[0].before": "errors.field.number", "measures[0].after": "errors.field.number" } } });
  });

  it("never shows a sentence that is not ours", () => {
    expect(readForm(form({ age: "x".repeat(9) }), z.object({ age: z.string().max(3), name: z.string() }))).toMatchObject({ ok: false, state: { errors: { age: "errors.field.invalid", name: "errors.field.invalid" } } });
  });

  it("sign-off and stars must be answered", () => {
    expect(readForm(form({ solved: "yes" }), signOffSchema)).toMatchObject({ ok: false, state: { errors: { right: "errors.field.required" } } });
    expect(readForm(form({ punctual: "5", friendly: "0", competent: "" }), reviewSchema)).toMatchObject({ ok: false, state: { errors: { friendly: "errors.field.required", competent: "errors.field.required" } } });
  });
});

it("the diagram and the table in the README are drawn from the moves", () => {
  const readme = readFileSync(new URL("../../app/domain/booking/README.md", import.meta.url), "utf8");
  expect(readme).toContain(bookingDiagram());
  expect(readme).toContain(bookingTable());
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContent, type TypedContent, typedContent } from "#app/domain/catalogue/catalogue.form.ts";
import { summary } from "#app/domain/catalogue/prices.queries.server.ts";
import { serviceTypes } from "#db/seed/content/index.ts";

const [some] = serviceTypes;
if (!some) throw new Error("No content");
const typed = (more: TypedContent = {}): TypedContent => ({ ...typedContent(some), ...more });
const problems = (more: TypedContent) => {
  const read = readContent(typed(more));
  return read.ok ? {} : read.errors;
};

describe("The catalogue's form", () => {
  it.each(serviceTypes.map((content) => [content.code, content] as const))("shows %s so that sending it back changes nothing", (_code, content) => {
    expect(readContent(typedContent(content))).toEqual({ ok: true, content });
  });

  it("names the field and the way to mend it", () => {
    expect(problems({ "name.fr": " " })).toEqual({ "name.fr": "errors.field.required" });
    expect(problems({ "price.min": "viel" })).toEqual({ "price.min": "errors.field.amount" });
    expect(problems({ durationMinutes: "5" })).toEqual({ durationMinutes: "errors.field.range" });
    expect(problems({ "scopeIn.it": "Una sola riga" })).toEqual({ "scopeIn.it": "staffHelpers.catalogue.problem.lines" });
    expect(problems({ riskClass: "deadly" })).toEqual({ riskClass: "errors.field.choice" });
  });

  it("keeps to the corridor, to programmes, and out of professional-only work", () => {
    expect(problems({ "price.min": "100", "price.max": "50" })).toEqual({ "price.min": "staffHelpers.catalogue.problem.price-corridor" });
    expect(problems({ programme: "" })).toEqual({ programme: "staffHelpers.catalogue.problem.programme-missing" });
    expect(problems({ riskClass: "professional_only" })).toEqual({ riskClass: "staffHelpers.catalogue.problem.professional-only" });
  });

  it("wants a word in every language for every code, and every code once", () => {
    const causes = typed()["rootCauses.codes"] ?? "";
    expect(problems({ "rootCauses.codes": `${causes}\none-more` })).toMatchObject({ "rootCauses.de": "staffHelpers.catalogue.problem.codeLines" });
    const [first] = causes.split("\n");
    expect(problems({ "rootCauses.codes": causes.replace(/[^\n]+$/, first ?? "") })).toMatchObject({ "rootCauses.codes": "staffHelpers.catalogue.problem.twice" });
  });

  it("never publishes what its own rules refuse, whatever is typed", () => {
    const names = Object.keys(typed());
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ maxLength: 40 }), { maxKeys: 6 }), (changes) => {
        const read = readContent(typed(changes));
        if (!read.ok) return Object.keys(read.errors).length > 0;
        return readContent(typedContent(read.content)).ok;
      }),
      { numRuns: 300 },
    );
  });
});

it("real prices are summed up with the one in the middle", () => {
  expect(summary([{ price: 3900, n: 1 }, { price: 4900, n: 3 }, { price: 9900, n: 1 }])).toEqual({ n: 5, min: 3900, median: 4900, max: 9900 });
});

import { expect, test } from "vitest";
import { meantPlace, meantService } from "#app/domain/search/resolve.ts";
import { openPlaces } from "#app/gateways/places/places.server.ts";
import { serviceTypes } from "#db/seed/content/index.ts";

const places = openPlaces();
const types = serviceTypes.map((content, number) => ({ code: content.code, number, content }));

test("a postcode, a town of several postcodes and another language's name are clear", () => {
  for (const [text, id] of [["4051", "4051-basel"], ["Basel", "4051-basel"], ["Zuerich", "8001-zurich"], ["Genf", "1204-geneve"], ["Lindenstrasse 5, 4058 Basel", "4058-basel"], ["5033 Buchs", "5033-buchs"]] as const)
    expect(meantPlace(places, text, "de"), text).toMatchObject({ kind: "one", value: { id } });
});
test("a name that several towns bear is a choice between towns", () => {
  const meant = meantPlace(places, "Buchs", "de");
  expect(meant.kind).toBe("several");
  if (meant.kind === "several") expect(new Set(meant.values.map(({ canton }) => canton)).size).toBeGreaterThan(2);
});
test("a place that nobody knows is said to be unknown", () => {
  expect([meantPlace(places, "xyzzy", "de"), meantPlace(places, "  ", "de")]).toEqual([{ kind: "none" }, { kind: "none" }]);
});
test("a service's own name is clear in every language", () => {
  for (const { content, code } of types)
    for (const locale of ["de", "fr", "it", "en"] as const) {
      const meant = meantService(types, content.name[locale], locale);
      const found = meant.kind === "one" ? [meant.value.code] : meant.kind === "several" ? meant.values.map((type) => type.code) : [];
      expect(found[0], `${locale} ${content.name[locale]}`).toBe(code);
    }
});
test("words for several services are a choice, words for none are none", () => {
  expect(meantService(types, "Heizung", "de").kind).toBe("several");
  expect(meantService(types, "Haare schneiden", "de").kind).toBe("none");
});

import { describe, expect, test } from "vitest";
import { openPlaces, parseOfficialRegister, placesFrom } from "#app/gateways/places/places.server.ts";

const places = openPlaces();
const first = (query: string): string | undefined => places.suggest(query, "de", 1).map((place) => place.locality)[0];

describe("a place is found by any of its names", () => {
  test.each([
    ["Zuerich", "Zürich"], ["Zurich", "Zürich"], ["ZÜRICH", "Zürich"], ["Zurigo", "Zürich"],
    ["Geneve", "Genève"], ["Genf", "Genève"], ["Geneva", "Genève"], ["Ginevra", "Genève"],
    ["Basilea", "Basel"], ["Bâle", "Basel"], ["Basle", "Basel"],
    ["Coira", "Chur"], ["Coire", "Chur"], ["Lucerne", "Luzern"], ["Lucerna", "Luzern"],
    ["Berne", "Bern"], ["Berna", "Bern"], ["Soletta", "Solothurn"], ["Soleure", "Solothurn"],
    ["Friburgo", "Fribourg"], ["Freiburg", "Fribourg"], ["Neuenburg", "Neuchâtel"],
    ["Sitten", "Sion"], ["Siders", "Sierre"], ["Tessin", "Bellinzona"],
    ["Sankt Gallen", "St. Gallen"], ["St Gallen", "St. Gallen"], ["Saint-Gall", "St. Gallen"], ["San Gallo", "St. Gallen"],
    ["bienne", "Biel/Bienne"], ["Biel", "Biel/Bienne"], ["La Chaux de Fonds", "La Chaux-de-Fonds"],
  ])("%s is %s", (query, locality) => expect(first(query)).toBe(locality));
});

describe("typing errors are forgiven", () => {
  test.each([
    ["Zurihc", "Zürich"], ["Wintertur", "Winterthur"], ["Xinterthur", "Winterthur"], ["Winterhtur", "Winterthur"],
    ["Lugnao", "Lugano"], ["Lausane", "Lausanne"], ["Pasel", "Basel"], ["Montreus", "Montreux"],
  ])("%s is %s", (query, locality) => expect(first(query)).toBe(locality));

  test("but not without measure", () => {
    expect(places.suggest("xyzzyq", "de")).toEqual([]);
    expect(places.suggest("Zxq", "de")).toEqual([]);
  });
});

describe("while typing", () => {
  test.each([["Bas", "Basel"], ["Ber", "Bern"], ["Z", "Zürich"], ["zue", "Zürich"], ["Lau", "Lausanne"], ["Win", "Winterthur"]])(
    "%s offers the largest first: %s",
    (query, locality) => expect(first(query)).toBe(locality),
  );

  test("a beginning of a postcode lists those that begin so, in order", () => {
    const codes = places.suggest("40", "de").map((place) => place.postcode);
    expect(codes).toHaveLength(8);
    expect(codes.every((code) => code.startsWith("40"))).toBe(true);
    expect(codes).toEqual([...codes].sort());
  });

  test("a town named in full lists its postcodes, the centre first, and never a place twice", () => {
    const found = places.suggest("Basel", "de");
    expect(found[0]?.postcode).toBe("4051");
    expect(found.filter((place) => place.locality === "Basel").length).toBeGreaterThan(2);
    expect(new Set(found.map((place) => place.id)).size).toBe(found.length);
  });

  test("nothing is offered for nothing, and never more than asked for", () => {
    expect(places.suggest("  ", "de")).toEqual([]);
    expect(places.suggest("<>%$", "de")).toEqual([]);
    expect(places.suggest("B", "de", 3)).toHaveLength(3);
    expect(places.suggest("B", "de", 0)).toEqual([]);
  });

  test("the canton tells namesakes apart", () => {
    expect(places.suggest("Buchs SG", "de").map((place) => place.canton)).toEqual(["SG"]);
    expect(places.suggest("Buchs (AG)", "de")[0]?.postcode).toBe("5033");
  });
});

describe("the one place a text means", () => {
  test.each([
    ["4051", "4051-basel"], ["4051 Basel", "4051-basel"], ["8001 Zurigo", "8001-zurich"], ["CH-8001 Zürich", "8001-zurich"],
    ["Basel 4052", "4052-basel"], ["Steinenvorstadt 12, 4051 Basel", "4051-basel"], ["Bahnhofstrasse 1, Zürich", "8001-zurich"], ["Bahnhofstrasse 12 Zürich", "8001-zurich"], ["Rue du Lac 3b Yverdon-les-Bains", "1400-yverdon-les-bains"],
    ["Basel, Schweiz", "4051-basel"], ["4000", "4051-basel"], ["4000 Basel", "4051-basel"],
  ])("%s is %s", (text, id) => expect(places.find(text)?.id).toBe(id));

  test("is nobody's guess when the text says too little", () => {
    expect(places.find("")).toBeNull();
    expect(places.find("B")).toBeNull();
    expect(places.find("0000")).toBeNull();
    expect(places.find("9999")).toBeNull();
  });
});

describe("postcodes and positions", () => {
  test("a postcode gives its localities, an unknown one none", () => {
    expect(places.byPostcode("4125").map((place) => place.locality)).toEqual(["Riehen"]);
    expect(places.byPostcode("4000")).toEqual([]);
  });

  test("a position gives the closest place; far away and nonsense give none", () => {
    expect(places.nearest(47.581, 7.652)?.locality).toBe("Riehen");
    expect(places.nearest(48.86, 2.35)).toBeNull();
    expect(places.nearest(Number.NaN, 7.6)).toBeNull();
  });

  test("every built-in place lies in Switzerland, with canton, municipality and a unique id", () => {
    const all = Array.from({ length: 9000 }, (_, i) => places.byPostcode(String(1000 + i))).flat();
    expect(all).toHaveLength(places.count());
    expect(new Set(all.map((place) => place.id)).size).toBe(all.length);
    for (const place of all) {
      expect(place.canton).toMatch(/^[A-Z]{2}$/);
      expect(place.municipality).not.toBe("");
      expect(place.lat).toBeGreaterThan(45.8);
      expect(place.lng).toBeLessThan(10.5);
    }
  });

  test("language follows the place, not only the canton", () => {
    const language = (postcode: string): string | undefined => places.byPostcode(postcode)[0]?.language;
    expect([language("2740"), language("3900"), language("7742"), language("6900")]).toEqual(["fr", "de", "it", "it"]);
  });

  test("a lookup takes under 5 ms", () => {
    const queries = ["Bas", "Zurihc", "Xinterthur", "40", "8001 Zürich", "Montreus", "q", "chaux", "4 basel"];
    for (const query of queries) places.suggest(query, "de");
    const times = Array.from({ length: 900 }, (_, i) => {
      const start = performance.now();
      places.suggest(queries[i % queries.length] ?? "", "fr");
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(5);
  });
});

const head = "\uFEFFOrtschaftsname;PLZ4;Zusatzziffer;ZIP_ID;Gemeindename;BFS-Nr;Kantonskürzel;Adressenanteil;E;N;Sprache;Validity";

describe("the official register", () => {
  const csv = [
    head,
    "Basel;4052;00;2495;Münchenstein;2769;BL;2.286 %;7.6161;47.5359;de;2008-07-01",
    "Basel;4052;00;2495;Basel;2701;BS;97.714 %;7.6069;47.5506;de;2008-07-01",
    "Scuol;7550;00;1;Scuol;3762;GR;100 %;10.3;46.797;rm;2008-07-01",
    "Vaduz;9490;00;1;Vaduz;7001;;100 %;9.52;47.14;de;2008-07-01",
    "",
  ].join("\r\n");

  test("keeps the municipality with most addresses and reads north as latitude", () => {
    const [basel, ...rest] = parseOfficialRegister(csv);
    expect(basel).toEqual({
      id: "4052-basel", postcode: "4052", locality: "Basel", municipality: "Basel", canton: "BS",
      lat: 47.5506, lng: 7.6069, language: "de",
    });
    expect(rest.map((place) => [place.locality, place.canton, place.language])).toEqual([
      ["Scuol", "GR", "de"],
      ["Vaduz", "FL", "de"],
    ]);
  });

  test("another file is refused by name of the missing column", () => {
    expect(() => parseOfficialRegister("PLZ;Ort\n4051;Basel")).toThrow("Ortschaftsname");
  });

  test("imported places take the place of the built-in ones", () => {
    const own = openPlaces();
    own.replace(parseOfficialRegister(csv));
    expect(own.count()).toBe(3);
    expect(own.find("Vaduz")?.postcode).toBe("9490");
    expect(own.find("Genf")).toBeNull();
    expect(() => own.replace([])).toThrow("empty");
  });

  test("stored rows that cannot be places are left out", () => {
    const row = { postcode: "4051", locality: "Basel", municipality: "", canton: "bs", lat: 47.55, lng: 7.58, language: "de" };
    const kept = placesFrom([row, { ...row, lat: 7.58, lng: 47.55 }, { ...row, postcode: "405" }, { ...row, locality: " " }]);
    expect(kept.map((place) => [place.id, place.municipality, place.canton])).toEqual([["4051-basel", "Basel", "BS"]]);
  });
});

/** Cantons by the number of the Federal Statistical Office, in their own languages. */
export const cantonNames: Record<number, string> = {
  1: "Zürich", 2: "Bern", 3: "Luzern", 4: "Uri", 5: "Schwyz", 6: "Obwalden", 7: "Nidwalden", 8: "Glarus", 9: "Zug",
  10: "Fribourg", 11: "Solothurn", 12: "Basel-Stadt", 13: "Basel-Landschaft", 14: "Schaffhausen",
  15: "Appenzell A. Rh.", 16: "Appenzell I. Rh.", 17: "St. Gallen", 18: "Graubünden", 19: "Aargau", 20: "Thurgau",
  21: "Ticino", 22: "Vaud", 23: "Valais · Wallis", 24: "Neuchâtel", 25: "Genève", 26: "Jura",
};

/** Lakes by the same office's number. */
export const lakeNames: Record<number, string> = {
  9040: "Greifensee", 9050: "Zürichsee", 9073: "Thunersee", 9089: "Brienzersee", 9148: "Bielersee",
  9151: "Lac de Neuchâtel", 9157: "Baldeggersee", 9163: "Sempachersee", 9172: "Hallwilersee", 9175: "Zugersee",
  9179: "Vierwaldstättersee", 9216: "Sihlsee", 9239: "Sarnersee", 9267: "Walensee", 9270: "Ägerisee",
  9276: "Lac de la Gruyère", 9294: "Murtensee", 9326: "Bodensee", 9709: "Lago di Lugano", 9712: "Lago Maggiore",
  9751: "Lac de Joux", 9757: "Lac Léman",
};

/** Neighbours, named where there is room: name, latitude, longitude. */
export const countryNames: [string, number, number][] = [
  ["Deutschland", 47.98, 8.62],
  ["France", 47.05, 6.05],
  ["France", 45.9, 6.55],
  ["Italia", 45.62, 8.2],
  ["Italia", 46.05, 10.25],
  ["Österreich", 47.12, 10.2],
  ["Liechtenstein", 47.14, 9.545],
];

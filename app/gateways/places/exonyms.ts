/**
 * What the other languages call a place, by its own name. A canton's name leads to its capital, because
 * somebody who types a canton wants to begin somewhere in it.
 */
const listed = `
Zürich: Zurigo, Zurich, Turitg, Zuri, Züri
Genève: Genf, Geneva, Ginevra, Genevra, Ginebra
Basel: Bâle, Basle, Basilea, Bale, Basel-Stadt, Bâle-Ville, Basilea Città
Liestal: Baselland, Basel-Landschaft, Bâle-Campagne, Basilea Campagna
Bern: Berne, Berna, Bärn
Lausanne: Losanna, Lausana, Waadt, Vaud
Luzern: Lucerne, Lucerna
St. Gallen: Saint-Gall, San Gallo, Sogn Gagl, Sanggalle
Biel/Bienne: Bienna
Bellinzona: Bellenz, Tessin, Ticino
Lugano: Lauis
Locarno: Luggarus
Fribourg: Freiburg, Friburgo, Friburg, Freiburg im Üechtland
Neuchâtel: Neuenburg, Neocastello
Sion: Sitten, Wallis, Valais, Vallese
Sierre: Siders
Martigny: Martinach
Brig: Brigue, Briga
Visp: Viège
Naters: Naters
Leuk: Loèche
Leukerbad: Loèche-les-Bains
Chur: Coire, Coira, Cuira, Cuera, Graubünden, Grisons, Grigioni, Grischun
Solothurn: Soleure, Soletta
Schaffhausen: Schaffhouse, Sciaffusa
Zug: Zoug, Zugo
Schwyz: Schwytz, Svitto
Glarus: Glaris, Glarona
Thun: Thoune
Spiez: Spiez
Burgdorf: Berthoud
Aarau: Argovie, Argovia, Aargau
Frauenfeld: Thurgau, Thurgovie, Turgovia
Altdorf UR: Uri
Sarnen: Obwalden, Obwald
Stans: Nidwalden, Nidwald
Delémont: Delsberg, Jura, Giura
Porrentruy: Pruntrut
Moutier: Münster
Saint-Imier: Sankt Immer
Yverdon-les-Bains: Iferten
Nyon: Neuss
Morges: Morsee
Vevey: Vivis
Montreux: Muchtern
Aigle: Älen
Payerne: Peterlingen
Avenches: Wiflisburg
Moudon: Milden
Murten: Morat
Kerzers: Chiètres
Bulle: Boll
Gruyères: Greyerz
Romont FR: Remund
Estavayer-le-Lac: Stäffis am See
Düdingen: Guin
Tafers: Tavel
Ins: Anet
Erlach: Cerlier
La Neuveville: Neuenstadt
Nidau: Nidau
Laufen: Laufon
La Chaux-de-Fonds: Schoo
St. Moritz: Saint-Moritz, San Murezzan
Davos Platz: Davos, Tavau
Ilanz: Glion
Disentis/Mustér: Disentis
Samedan: Samaden
Zermatt: Praborgne
Mendrisio: Mendris
Bivio: Stalla
Poschiavo: Puschlav
Airolo: Eriels
Herisau: Appenzell Ausserrhoden
Appenzell: Appenzell Innerrhoden
Twann: Douanne
Ligerz: Gléresse
Salgesch: Salquenen
Faido: Pfaid
Biasca: Abläsch
`;

/** Pairs of another name and the locality's own name. */
export const exonyms: { name: string; locality: string }[] = listed
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [locality = "", names = ""] = line.split(": ");
    return names.split(", ").map((name) => ({ name, locality }));
  });

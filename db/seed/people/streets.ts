import { list, type Pick, type Region } from "./pick.ts";

export const streets: Record<Region, string[]> = {
  de: list(
    "Bahnhofstrasse, Dorfstrasse, Hauptstrasse, Schulstrasse, Kirchgasse, Lindenweg, Birkenweg, Ahornweg, Rosenweg, Gartenstrasse, Wiesenstrasse, Feldstrasse, Bachstrasse, Seestrasse, Rebbergstrasse, Sonnenhaldenweg, Bergstrasse, Talstrasse, Waldstrasse, Mühleweg, Brunnenweg, Im Winkel, Oberdorfstrasse, Unterdorfstrasse, Neuhofweg, Blumenstrasse, Eichenweg, Tannenweg, Kirschbaumweg, Holunderweg, Industriestrasse, Poststrasse, Sägestrasse, Zelglistrasse, Breitestrasse, Hofackerstrasse, Langackerweg, Steinackerstrasse, Buchenweg, Schützenstrasse, Turnweg, Quellenstrasse, Mattenweg, Allmendstrasse, Rütiweg, Hubelweg",
  ),
  fr: list(
    "Rue de la Gare, Rue du Lac, Grand-Rue, Rue de l’École, Chemin des Vignes, Chemin du Moulin, Rue de l’Église, Avenue de la Poste, Chemin des Cerisiers, Chemin des Tilleuls, Rue du Temple, Route de Lausanne, Route de Berne, Chemin du Bois, Rue des Jardins, Chemin des Prés, Rue du Château, Rue de la Fontaine, Chemin de la Colline, Avenue des Alpes, Rue du Midi, Rue du Nord, Chemin du Verger, Chemin des Pinsons, Rue des Artisans, Rue du Collège, Chemin de la Source, Rue de l’Industrie, Chemin des Noyers, Ruelle du Four, Place du Marché, Chemin du Ruisseau, Rue des Marronniers, Chemin de la Forêt, Avenue du Stade, Chemin des Roses, Rue Neuve, Chemin du Signal, Rue de la Tour, Chemin des Érables, Route du Village, Chemin du Coteau",
  ),
  it: list(
    "Via Stazione, Via al Lago, Via Cantonale, Via San Gottardo, Via alla Chiesa, Via delle Scuole, Via ai Ronchi, Via Campagna, Via dei Tigli, Via al Bosco, Via Vecchia, Via Nuova, Via del Sole, Via delle Vigne, Via al Fiume, Via Monte Verità, Via Motta, Via Franscini, Via ai Prati, Via Mulino, Via Posta, Via delle Rose, Via dei Castagni, Via al Ponte, Via Fontana, Via dei Gelsi, Via alle Rive, Via Centrale, Via Industria, Via Selva, Via dei Fiori, Via al Colle, Via Roncaccio, Via Sottomonte, Via della Pace, Via Pedemonte, Piazza Grande, Via dei Noci, Via alla Torre, Vicolo Stretto, Via San Rocco, Via Sant’Antonio",
  ),
};

const letters = ["", "", "", "", "", "", "a", "b"] as const;
const numbers = Array.from({ length: 78 }, (_, index) => index + 1);

/** Street and number in the order that the region writes them. */
export const streetAddress = (pick: Pick, region: Region): string => {
  const street = pick(streets[region]);
  const number = `${pick(numbers)}${pick(letters)}`;
  return `${street} ${number}`;
};

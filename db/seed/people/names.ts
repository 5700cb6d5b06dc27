import { list, type Pick, type Region } from "./pick.ts";

/** f and m as most people read them; n where the name says nothing. */
type FirstNames = { f: string[]; m: string[]; n: string[] };

export const firstNames: Record<Region, FirstNames> = {
  de: {
    f: list(
      "Anna, Barbara, Beatrice, Bettina, Brigitte, Carmen, Christine, Claudia, Corinne, Cornelia, Daniela, Denise, Doris, Edith, Elisabeth, Erika, Esther, Eva, Fabienne, Franziska, Gabriela, Heidi, Helen, Irene, Jacqueline, Jana, Jasmin, Judith, Karin, Katharina, Laura, Lea, Lena, Livia, Manuela, Margrit, Maria, Marianne, Martina, Melanie, Mirjam, Monika, Nadine, Nicole, Nina, Noemi, Patricia, Petra, Priska, Rahel, Regula, Renate, Ruth, Sabine, Salome, Sandra, Sarah, Selina, Silvia, Simone, Sonja, Stefanie, Susanne, Tamara, Tanja, Therese, Ursula, Verena, Vreni, Yvonne",
    ),
    m: list(
      "Adrian, Alfred, Andreas, Beat, Bernhard, Bruno, Christian, Christoph, Claudio, Daniel, David, Dominik, Erich, Ernst, Fabian, Felix, Florian, Franz, Fritz, Georg, Hans, Hanspeter, Heinz, Jan, Joel, Jonas, Josef, Jürg, Kaspar, Kurt, Lars, Lukas, Manuel, Marc, Marcel, Marco, Markus, Martin, Matthias, Michael, Moritz, Nicolas, Niklaus, Oliver, Pascal, Patrick, Paul, Peter, Philipp, Raphael, Remo, Reto, René, Roger, Roland, Rolf, Roman, Samuel, Sandro, Sebastian, Severin, Silvan, Simon, Stefan, Sven, Thomas, Tobias, Ueli, Urs, Walter, Werner, Yannick",
    ),
    n: list("Andrea, Dominique, Kim, Luca, Robin, Sascha, Toni, Chris, Jo, Alex"),
  },
  fr: {
    f: list(
      "Agnès, Aline, Amélie, Anne, Aurélie, Béatrice, Brigitte, Camille, Carole, Catherine, Céline, Chantal, Chloé, Christelle, Claire, Corinne, Delphine, Elisabeth, Elodie, Emilie, Florence, Françoise, Isabelle, Joëlle, Julie, Laurence, Léa, Lucie, Madeleine, Magali, Marie, Marie-Claude, Martine, Mathilde, Monique, Muriel, Nathalie, Pauline, Sandrine, Sophie, Stéphanie, Sylvie, Valérie, Véronique",
    ),
    m: list(
      "Alain, Antoine, Arnaud, Baptiste, Benoît, Bernard, Christophe, Cédric, Damien, David, Denis, Didier, Etienne, Fabrice, François, Frédéric, Gilles, Grégoire, Guillaume, Henri, Jean-Luc, Jean-Marc, Jean-Pierre, Jérôme, Julien, Laurent, Loïc, Marc, Mathieu, Maxime, Michel, Nicolas, Olivier, Pascal, Patrice, Philippe, Pierre, Quentin, Raphaël, Romain, Sébastien, Thierry, Vincent, Yves",
    ),
    n: list("Claude, Dominique, Camille, Alix, Sacha, Lou"),
  },
  it: {
    f: list(
      "Alessandra, Alice, Anna, Antonella, Barbara, Carla, Carlotta, Chiara, Claudia, Cristina, Daniela, Donatella, Elena, Elisa, Federica, Francesca, Franca, Giada, Giulia, Ilaria, Laura, Lorenza, Lucia, Manuela, Mara, Marina, Michela, Nicoletta, Ornella, Paola, Raffaella, Roberta, Sabrina, Sara, Silvia, Simona, Valentina",
    ),
    m: list(
      "Alberto, Alessandro, Andrea, Angelo, Boris, Carlo, Claudio, Daniele, Davide, Diego, Edoardo, Enrico, Fabio, Fausto, Federico, Filippo, Flavio, Franco, Gabriele, Giacomo, Gianni, Giorgio, Giovanni, Lorenzo, Luca, Marco, Massimo, Matteo, Mattia, Mauro, Michele, Nicola, Paolo, Renato, Roberto, Sandro, Stefano, Tiziano, Valerio",
    ),
    n: list("Celeste, Fiore, Sole"),
  },
};

export const surnames: Record<Region, string[]> = {
  de: list(
    "Müller, Meier, Schmid, Keller, Weber, Huber, Schneider, Meyer, Steiner, Fischer, Gerber, Brunner, Baumann, Frei, Zimmermann, Moser, Widmer, Wyss, Graf, Roth, Suter, Baumgartner, Bachmann, Bucher, Lehmann, Künzli, Hofer, Kaufmann, Sutter, Egli, Bühler, Schwarz, Hess, Studer, Lüthi, Kunz, Stalder, Ammann, Christen, Wenger, Sommer, Hofmann, Portmann, Zürcher, Käser, Schär, Vogel, Marti, Berger, Kohler, Arnold, Jost, Burri, Zbinden, Aeschlimann, Ackermann, Wüthrich, Hunziker, Gasser, Felder, Flückiger, Siegenthaler, Eggenberger, Fankhauser, Leuenberger, Stucki, Aebi, Stettler, Hirschi, Kläy, Zaugg, Röthlisberger, Oberli, Bieri, Schaller, Lustenberger, Amrein, Imhof, Gisler, Furrer, Zgraggen, Inderbitzin, Betschart, Schuler, Ulrich, Camenzind, Kälin, Ochsner, Fässler, Koller, Dörig, Inauen, Signer, Rohner, Graber, Looser, Forrer, Bischof, Thür, Hutter, Zellweger, Nüesch, Frischknecht, Tobler, Wehrli, Schläpfer, Ehrbar, Sonderegger, Caflisch, Casutt, Cadruvi, Capaul, Deplazes, Derungs, Decurtins, Tscharner, Hitz, Gredig, Conrad, Heinzen, Imboden, Zenhäusern, Bumann, Supersaxo, Kalbermatten, Schnyder, Ruppen, Wyder, Blatter, Abgottspon, Anthamatten, Willisegger, Troxler, Bättig, Häfliger, Kurmann, Erni, Wicki, Emmenegger, Zemp, Schöpfer, Bossert, Häusermann, Siegrist, Fricker, Obrist, Weibel, Vögeli, Rüegg, Honegger, Trachsler, Hürlimann, Isler, Nägeli, Pfister, Spörri, Zollinger, Bosshard, Wäckerlin, Gubler",
  ),
  fr: list(
    "Favre, Rochat, Martin, Perret, Jaquet, Bonvin, Blanc, Girard, Chevalley, Aubert, Pittet, Dupont, Cornu, Monney, Gremaud, Berset, Python, Savary, Dafflon, Clerc, Perrin, Michaud, Reymond, Meylan, Golay, Piguet, Capt, Jaccard, Jaques, Margot, Cuendet, Despland, Duvoisin, Gonin, Jordan, Mercier, Pache, Regamey, Rossier, Tissot, Vuilleumier, Jeanneret, Robert, Humbert, Droz, Matthey, Sandoz, Perrenoud, Guinand, Huguenin, Jacot, Calame, Ducommun, Nicolet, Othenin, Chopard, Chapatte, Froidevaux, Jobin, Boillat, Cattin, Beuret, Fleury, Gigon, Paratte, Miserez, Chappuis, Crevoisier, Berthoud, Cretton, Darbellay, Fournier, Délèze, Mariéthoz, Praz, Rey, Rudaz, Sierro, Theytaz, Udry, Varone, Zufferey, Bagnoud, Barras, Emery, Clivaz, Duc, Fellay, Gaillard, Luisier, Moulin, Roduit, Vouilloz, Bochatay, Pernet, Dutoit, Junod, Genoud, Magnin, Morand, Grandjean, Bussard, Ruffieux, Seydoux, Tinguely, Vonlanthen",
  ),
  it: list(
    "Bernasconi, Bianchi, Fontana, Rossi, Ferrari, Cattaneo, Crivelli, Pedrazzini, Bernardi, Bossi, Brenni, Camponovo, Canonica, Cereghetti, Colombo, Corti, Croci, Delcò, Delorenzi, Foletti, Galli, Gianola, Gianinazzi, Giudici, Guidotti, Jelmini, Lepori, Lombardi, Maggetti, Maggi, Martinelli, Mattei, Medici, Moretti, Mossi, Nessi, Notari, Ortelli, Pagani, Pellandini, Pelli, Petrini, Piffaretti, Poncini, Quadri, Regazzi, Rezzonico, Riva, Robbiani, Rusca, Salvadè, Scolari, Snozzi, Solari, Soldati, Storni, Tamagni, Tettamanti, Togni, Valsangiacomo, Vanini, Zanetti, Zanini, Zali, Codoni, Bottinelli, Beretta, Albertini, Agustoni, Barenco, Boggia, Bontà, Caccia, Cavadini, Ceppi, Chiesa, Dadò, Donati, Fumagalli, Gobbi, Lurati, Leoni",
  ),
};

/** Communities that live all over Switzerland; `language` is what they may speak besides the region's language. */
export type Community = { language: string; f: string[]; m: string[]; surnames: string[] };

export const communities = {
  portuguese: {
    language: "pt",
    f: list("Ana, Beatriz, Carla, Catarina, Cristina, Fátima, Filipa, Inês, Joana, Lúcia, Mariana, Paula, Sofia, Teresa"),
    m: list("António, Bruno, Carlos, Fernando, João, Jorge, José, Luís, Manuel, Miguel, Nuno, Paulo, Pedro, Rui, Tiago"),
    surnames: list("Silva, Santos, Ferreira, Pereira, Oliveira, Costa, Rodrigues, Martins, Sousa, Fernandes, Gonçalves, Gomes, Lopes, Marques, Almeida, Ribeiro, Pinto, Carvalho, Teixeira, Moreira, Correia, Mendes, Nunes, Soares, Vieira"),
  },
  albanian: {
    language: "sq",
    f: list("Albana, Ardita, Arta, Besa, Drita, Elira, Fatime, Florije, Lindita, Mimoza, Shpresa, Teuta, Valbona, Vjosa"),
    m: list("Agron, Arben, Bekim, Besnik, Blerim, Driton, Faton, Flamur, Ilir, Kushtrim, Liridon, Valon, Visar"),
    surnames: list("Berisha, Krasniqi, Gashi, Hoxha, Morina, Shala, Bytyqi, Rexhepi, Kryeziu, Hasani, Ahmeti, Ramadani, Bajrami, Selimi, Zeqiri, Osmani, Sadiku, Thaqi, Kelmendi, Haliti, Avdiu, Mehmeti, Shabani, Murati, Limani"),
  },
  southSlavic: {
    language: "sr",
    f: list("Ana, Biljana, Dragana, Gordana, Ivana, Jasna, Jelena, Ljiljana, Marija, Milica, Mirjana, Sanja, Snežana, Vesna"),
    m: list("Aleksandar, Bojan, Dejan, Dragan, Goran, Igor, Ivan, Marko, Milan, Nenad, Nikola, Slobodan, Zoran"),
    surnames: list("Jovanović, Petrović, Nikolić, Marković, Đorđević, Stojanović, Ilić, Pavlović, Kovačević, Horvat, Babić, Marić, Jurić, Novak, Knežević, Vuković, Hadžić, Delić, Begić, Tomić, Radić, Simić, Kostić, Savić, Lukić"),
  },
  turkish: {
    language: "tr",
    f: list("Ayşe, Aylin, Ayten, Derya, Ebru, Elif, Emine, Esra, Gülay, Hatice, Meral, Sevgi, Yasemin, Zeynep"),
    m: list("Ahmet, Ali, Bülent, Cem, Deniz, Emre, Erkan, Hakan, Kemal, Mehmet, Murat, Orhan, Serkan"),
    surnames: list("Yılmaz, Kaya, Demir, Çelik, Şahin, Yıldız, Yıldırım, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç, Aslan, Çetin, Kara, Koç, Kurt, Özkan, Şimşek, Polat, Korkmaz, Erdoğan, Güneş, Aksoy"),
  },
  tamil: {
    language: "ta",
    f: list("Anusha, Arani, Gayathri, Janani, Kavitha, Lavanya, Malathi, Nirosha, Priya, Sangeetha, Shalini, Sujatha, Vani"),
    m: list("Arun, Balan, Dinesh, Ganesh, Karthik, Kumaran, Nathan, Pradeep, Raj, Ramesh, Suresh, Thilak, Vijay"),
    surnames: list("Sivakumar, Rajaratnam, Selvarajah, Kandiah, Nadarajah, Thambirajah, Yogarajah, Sivalingam, Mahendran, Ravindran, Balasingam, Kanagaratnam, Jeyakumar, Satkunam, Ponnampalam, Arulanantham, Vijayakumar, Suthakaran, Navaratnam, Theivendran, Rasalingam, Kugathasan, Paramanathan, Sritharan, Thavarajah"),
  },
  spanish: {
    language: "es",
    f: list("Alba, Ana, Carmen, Elena, Isabel, Laura, Lucía, María, Marta, Mercedes, Pilar, Rosa, Sara"),
    m: list("Alejandro, Antonio, Carlos, Diego, Francisco, Javier, Jorge, José, Juan, Luis, Manuel, Pablo, Rafael"),
    surnames: list("García, Fernández, González, López, Martínez, Sánchez, Pérez, Gómez, Vázquez, Ruiz, Díaz, Álvarez, Moreno, Romero, Navarro, Torres, Domínguez, Gil, Ramos, Castro, Ortega, Rubio, Molina, Iglesias, Varela"),
  },
  german: {
    language: "de",
    f: list("Anja, Annika, Antje, Birgit, Dörte, Frauke, Heike, Ines, Katja, Kerstin, Maren, Silke, Ute"),
    m: list("Arne, Bernd, Dirk, Frank, Hauke, Holger, Jens, Jörg, Lutz, Malte, Torsten, Uwe, Volker"),
    surnames: list("Schulz, Hoffmann, Becker, Schröder, Krüger, Lange, Krause, Lehnert, Köhler, König, Walter, Kaiser, Fuchs, Scholz, Möller, Jansen, Petersen, Hansen, Lorenz, Vogt, Seidel, Böhm, Winkler, Otto, Brandt"),
  },
} satisfies Record<string, Community>;

export type CommunityName = keyof typeof communities;
export type PersonName = { first: string; last: string; use: "f" | "m" | "n"; community: CommunityName | null };

const shares: (CommunityName | null)[] = [
  ...Array<null>(38).fill(null),
  "portuguese", "portuguese", "albanian", "albanian", "southSlavic", "southSlavic", "turkish", "tamil", "spanish", "spanish", "german", "german",
];
const uses: ("f" | "m" | "n")[] = [..."fffffffffmmmmmmmmmn"] as ("f" | "m" | "n")[];

/** A believable name for someone who lives in the language region; about one in four belongs to a community. */
export const personName = (pick: Pick, region: Region): PersonName => {
  const community = pick(region === "de" ? shares : shares.filter((name) => name !== "german"));
  const drawn = pick(uses);
  if (community) {
    const use = drawn === "n" ? "f" : drawn;
    return { first: pick(communities[community][use]), last: pick(communities[community].surnames), use, community };
  }
  return { first: pick(firstNames[region][drawn]), last: pick(surnames[region]), use: drawn, community: null };
};

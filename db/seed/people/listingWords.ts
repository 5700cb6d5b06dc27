import type { Pick, Region } from "./pick.ts";

/** What a helper writes under one listing, by service type and the helper's language. */
export const listingWords: Record<string, Record<Region, string[]>> = {
  "electricity-check": {
    de: ["Ich bringe zwei Messgeräte mit und messe, was Sie interessiert.", "Am Ende wissen Sie, welche drei Geräte am meisten kosten.", "Wir schauen die Rechnung zusammen an, Zeile für Zeile.", "Ehrliche Zahlen statt Vermutungen, mit einer Liste zum Behalten."],
    fr: ["J’apporte deux appareils de mesure et mesure ce qui vous intéresse.", "À la fin, vous savez quels trois appareils coûtent le plus.", "Nous regardons la facture ensemble, ligne par ligne."],
    it: ["Porto due misuratori e misuro quello che le interessa.", "Alla fine sa quali tre apparecchi costano di più.", "Guardiamo insieme la fattura, riga per riga."],
  },
  "heat-less": {
    de: ["Ich messe jeden Raum und stelle die Thermostate mit Ihnen ein.", "Zugluft finde ich mit einer Feder und viel Geduld.", "Wärme dort, wo Sie wohnen, nicht dort, wo niemand ist.", "Mit Notizblatt für jeden Raum, damit die Einstellung bleibt."],
    fr: ["Je mesure chaque pièce et règle les thermostats avec vous.", "Je trouve les courants d’air avec une plume et de la patience.", "La chaleur là où vous vivez, pas là où il n’y a personne."],
    it: ["Misuro ogni locale e regolo i termostati con lei.", "Trovo gli spifferi con una piuma e tanta pazienza.", "Il calore dove si vive, non dove non c’è nessuno."],
  },
  "light-bulbs": {
    de: ["Ich habe Muster in drei Lichtfarben dabei, damit Sie vergleichen können.", "Alte Halogenlampen nehme ich zur Sammelstelle mit.", "Sie sagen, wie hell es sein soll, ich finde die passende Lampe.", "Auch bei kniffligen Sockeln weiss ich Rat."],
    fr: ["J’apporte des modèles en trois couleurs de lumière pour comparer.", "Je dépose les anciennes ampoules halogènes au point de collecte.", "Vous dites la luminosité souhaitée, je trouve l’ampoule."],
    it: ["Porto campioni in tre colori di luce, così può confrontare.", "Porto le vecchie alogene al punto di raccolta.", "Lei dice quanta luce vuole, io trovo la lampadina."],
  },
  "building-tech": {
    de: ["Ich heize selber mit Wärmepumpe und erkläre, was gut läuft und was nicht.", "Ich verkaufe nichts, ich lese mit Ihnen die Offerten.", "Seit sechs Jahren Solarstrom auf dem eigenen Dach, mit allen Zahlen.", "Ich zeige, was die App Ihnen eigentlich sagen will."],
    fr: ["Je chauffe avec une pompe à chaleur et explique ce qui va bien et moins bien.", "Je ne vends rien, je lis les offres avec vous.", "Du solaire sur mon toit depuis six ans, avec tous les chiffres."],
    it: ["Riscaldo anch’io con una pompa di calore e spiego pregi e difetti.", "Non vendo nulla, leggo le offerte con lei.", "Solare sul mio tetto da sei anni, con tutte le cifre."],
  },
  "hot-water-standby": {
    de: ["Ich messe die Dusche, bevor und nachdem wir etwas ändern.", "Steckerleisten so, dass Sie sich nicht bücken müssen.", "Brause und Regler bringe ich auf Wunsch mit.", "Eine Stunde Arbeit, die man jeden Tag merkt."],
    fr: ["Je mesure la douche avant et après chaque changement.", "Des multiprises placées pour ne pas avoir à se baisser.", "J’apporte pommeau et mousseurs sur demande."],
    it: ["Misuro la doccia prima e dopo ogni modifica.", "Prese multiple sistemate senza doversi chinare.", "Porto soffione e rompigetto su richiesta."],
  },
  "router-setup": {
    de: ["Ich schliesse alles an und beschrifte jedes Kabel.", "Danach läuft das Internet, und Sie wissen, was bei einer Störung zu tun ist.", "Auch Festnetz und alte Telefone bekomme ich wieder hin.", "Das Passwort wählen Sie selbst, ich schaue weg."],
    fr: ["Je branche tout et j’étiquette chaque câble.", "Après ma visite, internet marche et vous savez que faire en cas de panne.", "Vous choisissez le mot de passe, je regarde ailleurs."],
    it: ["Collego tutto ed etichetto ogni cavo.", "Poi internet funziona e lei sa che cosa fare in caso di guasto.", "La password la sceglie lei, io guardo altrove."],
  },
  "better-wlan": {
    de: ["Ich messe jeden Raum und zeige Ihnen die Karte dazu.", "Oft hilft ein besserer Platz mehr als ein neues Gerät.", "Altbau mit dicken Mauern ist mein Spezialgebiet.", "Erst messen, dann kaufen, falls überhaupt nötig."],
    fr: ["Je mesure chaque pièce et vous montre la carte.", "Un meilleur emplacement aide souvent plus qu’un nouvel appareil.", "Les vieux murs épais sont ma spécialité."],
    it: ["Misuro ogni locale e le mostro la mappa.", "Spesso una posizione migliore aiuta più di un nuovo apparecchio.", "Le vecchie case con muri spessi sono la mia specialità."],
  },
  "tv-box": {
    de: ["Ihre Lieblingssender kommen auf die ersten Plätze.", "Ich erkläre die Fernbedienung, bis Sie sie ohne mich brauchen.", "Mit grosser Anleitung zum Danebenlegen.", "Bild, Ton, Replay: in einer Stunde läuft alles."],
    fr: ["Vos chaînes préférées arrivent aux premières places.", "J’explique la télécommande jusqu’à ce que vous n’ayez plus besoin de moi.", "Avec un grand aide-mémoire à garder près de la télé."],
    it: ["I suoi canali preferiti vanno ai primi posti.", "Spiego il telecomando finché non ha più bisogno di me.", "Con un promemoria grande da tenere accanto alla TV."],
  },
  "new-phone": {
    de: ["Kein Foto geht verloren, das alte Handy bleibt bis zum Schluss unberührt.", "Ich stelle Schrift und Töne so ein, dass es angenehm ist.", "iPhone oder Android, ich kenne beide Welten.", "Wir üben die wichtigsten Griffe gleich zusammen."],
    fr: ["Aucune photo ne se perd, l’ancien téléphone reste intact jusqu’à la fin.", "Je règle le texte et les sons à votre goût.", "iPhone ou Android, je connais les deux mondes."],
    it: ["Nessuna foto va persa, il vecchio telefono resta intatto fino alla fine.", "Imposto testo e suoni come piace a lei.", "iPhone o Android, conosco entrambi i mondi."],
  },
  "mail-devices": {
    de: ["Gleiche Mails auf allen Geräten, und der Werbeordner wird leer.", "Ich zeige, woran man falsche Mails erkennt.", "Auch alte Bluewin-Konten bringe ich aufs Handy.", "Passwörter tippen Sie, ich erkläre nur, wo."],
    fr: ["Les mêmes mails partout, et le dossier publicité enfin vide.", "Je montre comment reconnaître les faux mails.", "Vous tapez les mots de passe, j’explique seulement où."],
    it: ["Le stesse mail dappertutto e la cartella pubblicità finalmente vuota.", "Mostro come riconoscere le mail false.", "Le password le scrive lei, io spiego solo dove."],
  },
  printer: {
    de: ["Drucken vom Handy, scannen auf den Computer: wir richten beides ein.", "Ich habe noch jeden Drucker ins WLAN gebracht.", "Mit Testseite von jedem Gerät.", "Patronen setze ich ein, wenn sie bereitliegen."],
    fr: ["Imprimer depuis le téléphone, numériser vers l’ordinateur : nous réglons les deux.", "Jusqu’ici, toutes les imprimantes ont fini par se connecter.", "Avec une page d’essai depuis chaque appareil."],
    it: ["Stampare dal telefono, scansionare sul computer: configuriamo entrambi.", "Finora ho collegato ogni stampante al Wi-Fi.", "Con pagina di prova da ogni apparecchio."],
  },
  "video-calls": {
    de: ["Wir üben so lange, bis Sie Ihre Enkel allein anrufen.", "Langsam, in Ruhe, mit grosser Anleitung.", "Auch mit Hörgerät: ich verbinde es mit dem Tablet.", "Den ersten Anruf machen wir zusammen, den zweiten machen Sie."],
    fr: ["Nous nous exerçons jusqu’à ce que vous appeliez vos petits-enfants sans aide.", "Lentement, au calme, avec un grand aide-mémoire.", "Le premier appel ensemble, le deuxième par vous-même."],
    it: ["Ci esercitiamo finché chiama i nipoti senza aiuto.", "Con calma, piano, con un promemoria grande.", "La prima chiamata insieme, la seconda la fa lei."],
  },
};

/** One line for a listing; service types without helpers have none and must not be asked for. */
export const listingText = (pick: Pick, region: Region, serviceType: string): string => {
  const words = listingWords[serviceType];
  if (!words) throw new Error(`no listing words for ${serviceType}`);
  return pick(words[region]);
};

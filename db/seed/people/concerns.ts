import type { Locale } from "#app/domain/kernel/words.ts";
import type { Pick } from "./pick.ts";

/** The concern in the customer's own words, by service type; short, plain, sometimes a little off the point. */
export const concerns: Record<string, Record<Locale, string[]>> = {
  "electricity-check": {
    de: ["Unsere Stromrechnung ist fast doppelt so hoch wie letztes Jahr, und wir wissen nicht warum.", "Ich möchte wissen, welche Geräte bei mir am meisten Strom brauchen.", "Der Kühlschrank läuft die ganze Zeit. Ist das normal?", "Seit die Tochter ausgezogen ist, sollten wir weniger brauchen, tun es aber nicht.", "Ich verstehe die neue Rechnung nicht.", "Bei uns sind immer viele Geräte eingesteckt, was davon kostet wirklich?"],
    fr: ["Notre facture a presque doublé depuis l’an dernier et nous ne savons pas pourquoi.", "J’aimerais savoir quels appareils consomment le plus.", "Le frigo tourne sans arrêt, est-ce normal ?"],
    it: ["La nostra fattura è quasi raddoppiata e non sappiamo perché.", "Vorrei sapere quali apparecchi consumano di più.", "Il frigorifero è sempre in funzione, è normale?"],
    en: ["Our bill has nearly doubled since last year and we do not know why.", "I would like to know which appliances use the most.", "The fridge runs all the time. Is that normal?"],
  },
  "heat-less": {
    de: ["Im Wohnzimmer ist es 24 Grad, im Schlafzimmer 16. Das kann nicht stimmen.", "Die Heizkosten sind letzten Winter stark gestiegen.", "Am Fenster zieht es, und die Heizung läuft trotzdem voll.", "Der Heizkörper im Bad wird nur oben warm.", "Im Schlafzimmer hat es schwarze Punkte in der Ecke, lüfte ich falsch?", "Ich weiss nicht, was die Zahlen auf dem Thermostat bedeuten."],
    fr: ["Il fait 24 degrés au salon et 16 dans la chambre.", "Les frais de chauffage ont beaucoup augmenté l’hiver dernier.", "Je ne sais pas ce que veulent dire les chiffres du thermostat."],
    it: ["In soggiorno ci sono 24 gradi, in camera 16.", "Le spese di riscaldamento sono molto aumentate.", "Non so che cosa significano i numeri sul termostato."],
    en: ["It is 24 degrees in the living room and 16 in the bedroom.", "Our heating costs rose a lot last winter.", "I do not know what the numbers on the thermostat mean."],
  },
  "light-bulbs": {
    de: ["In der Küche brennen drei Spots nicht mehr, und ich weiss nicht, welche ich kaufen soll.", "Ich möchte von Halogen auf LED wechseln, etwa zwölf Lampen.", "Das neue Licht ist viel zu kalt, fast blau.", "Seit der neuen Birne flackert die Stehlampe.", "Ich kann mich nicht mehr gut bücken, es geht um die Lampen am Bett.", "Meine alten Birnen gibt es im Laden nicht mehr."],
    fr: ["Trois spots de la cuisine sont morts et je ne sais pas lesquels acheter.", "J’aimerais passer de l’halogène aux LED, environ douze lampes.", "La nouvelle lumière est beaucoup trop froide."],
    it: ["Tre faretti in cucina non vanno più e non so quali comprare.", "Vorrei passare dalle alogene ai LED, circa dodici lampade.", "La nuova luce è troppo fredda."],
    en: ["Three spots in the kitchen are dead and I do not know which to buy.", "I want to change from halogen to LED, about twelve lamps.", "The new light is far too cold."],
  },
  "building-tech": {
    de: ["Wir haben drei Offerten für eine Wärmepumpe und können sie nicht vergleichen.", "Unsere Solaranlage läuft seit Mai, aber die App verstehe ich nicht.", "Lohnt sich ein Speicher, wenn ich tagsüber nicht zu Hause bin?", "Die Ölheizung ist 24 Jahre alt. Was gibt es für Möglichkeiten?", "Die Wärmepumpe ist lauter als gedacht und braucht viel Strom.", "Wir überlegen uns Solar auf dem Garagendach und möchten mit jemandem ohne Verkaufsinteresse reden."],
    fr: ["Nous avons trois offres pour une pompe à chaleur et ne savons pas les comparer.", "L’installation solaire tourne depuis mai, mais je ne comprends pas l’application.", "Une batterie vaut-elle la peine si je ne suis pas là en journée ?"],
    it: ["Abbiamo tre offerte per una pompa di calore e non sappiamo confrontarle.", "L’impianto solare va da maggio, ma non capisco l’app.", "Conviene una batteria se di giorno non sono a casa?"],
    en: ["We have three heat pump offers and cannot compare them.", "Our solar system has run since May, but I do not understand the app.", "Is a battery worth it if I am out during the day?"],
  },
  "hot-water-standby": {
    de: ["Ich möchte eine Sparbrause und weiss nicht, welche passt.", "Bei uns leuchten in der Nacht überall kleine Lämpchen.", "Der Boiler scheint mir sehr heiss eingestellt.", "Die Steckerleiste hinter dem Fernseher erreiche ich nicht mehr.", "Wir haben vier Personen im Haushalt und brauchen sehr viel warmes Wasser.", "Ich hätte gern, dass beim Ausschalten wirklich alles aus ist."],
    fr: ["J’aimerais un pommeau économique, mais lequel convient ?", "La nuit, de petites lumières brillent partout chez nous.", "Le boiler me semble réglé très chaud."],
    it: ["Vorrei un soffione a risparmio, ma quale va bene?", "Di notte da noi ci sono lucine accese ovunque.", "Il boiler mi sembra regolato molto caldo."],
    en: ["I would like an efficient shower head but do not know which fits.", "At night there are little lights on everywhere.", "The boiler seems to be set very hot."],
  },
  "socket-fuse": {
    de: ["Die Steckdose in der Küche hat plötzlich keinen Strom mehr.", "Immer wenn ich den Backofen einschalte, fällt die Sicherung.", "Der Lichtschalter im Gang knistert.", "Eine Steckdose ist aus der Wand gekommen.", "Im Badezimmer löst der FI mehrmals am Tag aus.", "Nach dem Gewitter gehen im Büro zwei Steckdosen nicht mehr."],
    fr: ["La prise de la cuisine n’a plus de courant.", "Le fusible saute dès que j’allume le four.", "L’interrupteur du couloir grésille."],
    it: ["La presa in cucina non ha più corrente.", "Il fusibile salta quando accendo il forno.", "L’interruttore in corridoio frigge."],
    en: ["The kitchen socket suddenly has no power.", "The fuse trips whenever I switch on the oven.", "The switch in the hallway crackles."],
  },
  "gas-heater": {
    de: ["Seit heute Morgen kommt kein warmes Wasser mehr.", "Die Gasheizung zeigt eine Störung und geht immer wieder aus.", "Die jährliche Wartung ist fällig.", "Der Boiler zündet erst beim dritten Mal.", "Die Heizung verliert Druck, ich muss jede Woche nachfüllen.", "Das Gerät brummt lauter als früher."],
    fr: ["Depuis ce matin, plus d’eau chaude.", "Le chauffage à gaz affiche une panne et s’éteint sans cesse.", "L’entretien annuel est dû."],
    it: ["Da stamattina non c’è più acqua calda.", "Il riscaldamento a gas segnala un guasto e si spegne.", "È ora della manutenzione annuale."],
    en: ["There has been no hot water since this morning.", "The gas heating shows an error and keeps going out.", "The yearly service is due."],
  },
  "router-setup": {
    de: ["Der neue Router ist da, aber ich getraue mich nicht, ihn anzuschliessen.", "Seit dem Umzug haben wir kein Internet.", "Das Licht am Router blinkt rot, und nichts geht mehr.", "Ich habe auf Glasfaser gewechselt und weiss nicht, welches Kabel wohin kommt.", "Seit dem neuen Gerät geht das Festnetztelefon nicht mehr.", "Mein Vater (81) hat einen neuen Router bekommen und braucht Hilfe."],
    fr: ["Le nouveau routeur est arrivé et je n’ose pas le brancher.", "Depuis le déménagement, nous n’avons pas internet.", "Le voyant clignote en rouge et plus rien ne marche."],
    it: ["È arrivato il nuovo router e non oso collegarlo.", "Dal trasloco non abbiamo internet.", "La spia lampeggia rossa e non va più niente."],
    en: ["The new router has arrived and I do not dare to connect it.", "We have had no internet since we moved.", "The light blinks red and nothing works."],
  },
  "better-wlan": {
    de: ["Im Schlafzimmer habe ich kein WLAN, im Wohnzimmer geht es gut.", "Im oberen Stock bricht die Verbindung dauernd ab.", "Im Homeoffice ruckelt jede Videositzung.", "Ich habe einen Verstärker gekauft, aber es ist nicht besser geworden.", "Auf dem Balkon habe ich gar keinen Empfang.", "Seit die Nachbarn eingezogen sind, ist das WLAN am Abend langsam."],
    fr: ["Pas de Wi-Fi dans la chambre, au salon ça va.", "À l’étage, la connexion se coupe sans arrêt.", "J’ai acheté un répéteur, mais rien n’a changé."],
    it: ["In camera non ho Wi-Fi, in soggiorno va bene.", "Al piano di sopra la connessione cade sempre.", "Ho comprato un ripetitore, ma non è cambiato niente."],
    en: ["No wifi in the bedroom, the living room is fine.", "Upstairs the connection keeps dropping.", "I bought a repeater, but nothing changed."],
  },
  "tv-box": {
    de: ["Der Fernseher zeigt nur noch: kein Signal.", "Meine Sender sind nach dem Update alle durcheinander.", "Die neue TV-Box liegt seit zwei Wochen im Karton.", "Ich möchte wissen, wie man eine Sendung aufnimmt.", "Bild ist da, aber kein Ton.", "Die Fernbedienung reagiert nicht mehr."],
    fr: ["La télé affiche seulement : pas de signal.", "Mes chaînes sont toutes en désordre depuis la mise à jour.", "J’aimerais savoir comment enregistrer une émission."],
    it: ["La TV mostra soltanto: nessun segnale.", "Dopo l’aggiornamento i miei canali sono tutti in disordine.", "Vorrei sapere come si registra una trasmissione."],
    en: ["The TV only says: no signal.", "My channels are all mixed up since the update.", "I would like to know how to record a programme."],
  },
  "new-phone": {
    de: ["Ich habe ein neues Handy und möchte alle Kontakte und Fotos mitnehmen.", "Ich wechsle von Samsung zu iPhone und habe Angst um meine Nachrichten.", "Die Schrift auf dem neuen Handy ist viel zu klein.", "Das alte Handy hat einen gebrochenen Bildschirm, geht aber noch.", "Meine Tochter hat mir ihr iPhone geschenkt, ich komme damit nicht zurecht.", "Ich habe eine eSIM bekommen und weiss nicht, was das ist."],
    fr: ["J’ai un nouveau téléphone et j’aimerais garder contacts et photos.", "Je passe de Samsung à iPhone et j’ai peur pour mes messages.", "Le texte du nouveau téléphone est beaucoup trop petit."],
    it: ["Ho un nuovo telefono e vorrei tenere contatti e foto.", "Passo da Samsung a iPhone e ho paura per i messaggi.", "Il testo sul nuovo telefono è troppo piccolo."],
    en: ["I have a new phone and want to keep all contacts and photos.", "I am changing from Samsung to iPhone and worry about my messages.", "The text on the new phone is far too small."],
  },
  "mail-devices": {
    de: ["Auf dem Tablet kommen keine Mails mehr an.", "Ich kann Mails lesen, aber nicht senden.", "Es heisst, mein Postfach sei voll.", "Am Computer habe ich andere Mails als auf dem Handy.", "Ich bekomme jeden Tag Werbung und weiss nicht, was echt ist.", "Mein Mail-Passwort wird plötzlich nicht mehr angenommen."],
    fr: ["Je ne reçois plus de mails sur la tablette.", "Je peux lire les mails, mais pas en envoyer.", "On me dit que ma boîte est pleine."],
    it: ["Sul tablet non arrivano più mail.", "Posso leggere le mail, ma non inviarle.", "Mi dice che la casella è piena."],
    en: ["No mail arrives on my tablet any more.", "I can read mail but not send it.", "It says that my mailbox is full."],
  },
  printer: {
    de: ["Seit dem neuen Router findet der Computer den Drucker nicht mehr.", "Ich möchte vom Handy aus drucken.", "Der Drucker druckt nur noch Streifen.", "Es steht immer offline, obwohl er eingeschaltet ist.", "Ich sollte ein Formular scannen und weiss nicht wie.", "Der neue Drucker ist ausgepackt, weiter komme ich nicht."],
    fr: ["Depuis le nouveau routeur, l’ordinateur ne trouve plus l’imprimante.", "J’aimerais imprimer depuis le téléphone.", "L’imprimante ne fait plus que des rayures."],
    it: ["Dal nuovo router il computer non trova più la stampante.", "Vorrei stampare dal telefono.", "La stampante fa solo righe."],
    en: ["Since the new router, the computer does not find the printer.", "I would like to print from my phone.", "The printer only prints stripes."],
  },
  "video-calls": {
    de: ["Die Enkel wohnen in Kanada, und ich möchte sie gern sehen beim Telefonieren.", "Bei WhatsApp hört man mich nicht.", "Wir haben meiner Mutter ein Tablet gekauft, sie braucht jemanden, der es ihr in Ruhe zeigt.", "Ich sehe die anderen, aber sie sehen mich nicht.", "Mein Hörgerät sollte mit dem Tablet verbunden werden.", "Der Jassklub trifft sich jetzt auf Zoom, und ich bin nicht dabei."],
    fr: ["Mes petits-enfants vivent au Canada et j’aimerais les voir.", "Sur WhatsApp, on ne m’entend pas.", "Nous avons acheté une tablette à ma mère, il faut la lui montrer calmement."],
    it: ["I nipoti vivono in Canada e vorrei vederli.", "Su WhatsApp non mi sentono.", "Abbiamo comprato un tablet alla mamma, serve qualcuno che glielo mostri con calma."],
    en: ["My grandchildren live in Canada and I would like to see them.", "On WhatsApp people cannot hear me.", "We bought my mother a tablet, she needs someone to show her calmly."],
  },
};

/** One concern for a booking; an unknown service type is a bug of the seed. */
export const concern = (pick: Pick, locale: Locale, serviceType: string): string => {
  const words = concerns[serviceType];
  if (!words) throw new Error(`no concerns for ${serviceType}`);
  return pick(words[locale]);
};

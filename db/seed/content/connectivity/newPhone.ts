import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { cause, choice, deviceBroken, deviceOld, dontKnow, may, must, noFault, option, otherCause, passwordForgotten, w, yesno } from "../write.ts";

export const newPhone: ServiceTypeContent = {
  code: "new-phone",
  category: "connectivity",
  riskClass: "standard",
  programme: "connectivity-help",
  icon: "smartphone",
  durationMinutes: 90,
  pricing: "hourly",
  price: { min: 3000, preset: 3500, max: 4500 },
  professional: { price: 15900, durationMinutes: 90 },
  name: w("Umzug aufs neue Handy", "Passer au nouveau téléphone", "Passare al nuovo telefono", "Move to a new phone"),
  short: w(
    "Kontakte, Fotos, Nachrichten und Apps kommen mit. Das alte Handy bleibt, bis alles da ist.",
    "Contacts, photos, messages et applications suivent. L’ancien téléphone reste jusqu’à ce que tout y soit.",
    "Contatti, foto, messaggi e app la seguono. Il vecchio telefono resta finché c’è tutto.",
    "Contacts, photos, messages and apps come along. The old phone stays until all is there.",
  ),
  scopeIn: [
    w("Neues Handy einrichten und mit dem WLAN verbinden", "Configurer le nouveau téléphone et le connecter au Wi-Fi", "Configurare il nuovo telefono e collegarlo al Wi-Fi", "Setting up the new phone and connecting it to the WLAN"),
    w("Kontakte, Fotos und Nachrichten übertragen", "Transférer contacts, photos et messages", "Trasferire contatti, foto e messaggi", "Transferring contacts, photos and messages"),
    w("SIM-Karte oder eSIM in Betrieb nehmen", "Mettre en service la carte SIM ou l’eSIM", "Attivare la carta SIM o l’eSIM", "Starting up the SIM card or eSIM"),
    w("Schrift, Lautstärke und Sicherung einstellen", "Régler la taille du texte, le volume et la sauvegarde", "Impostare testo, volume e backup", "Setting text size, volume and backup"),
  ],
  scopeOut: [
    w("E-Banking, TWINT und Passwörter einrichten: das machen Sie selbst", "E-banking, TWINT et mots de passe : vous le faites vous-même", "E-banking, TWINT e password: lo fa lei", "E-banking, TWINT and passwords: you do this yourself"),
    w("Defekte Handys reparieren oder Daten retten", "Réparer des téléphones ou récupérer des données perdues", "Riparare telefoni o recuperare dati persi", "Repairing phones or rescuing lost data"),
    w("Geschäftshandys mit Firmenverwaltung", "Téléphones professionnels gérés par l’entreprise", "Telefoni aziendali gestiti dalla ditta", "Work phones managed by an employer"),
    w("Handy kaufen oder Abo wechseln", "Acheter un téléphone ou changer d’abonnement", "Comprare un telefono o cambiare abbonamento", "Buying a phone or changing the subscription"),
  ],
  intake: [
    choice("old-phone", w("Was für ein Handy hatten Sie bisher?", "Quel téléphone aviez-vous jusqu’ici ?", "Che telefono aveva finora?", "Which phone did you have so far?"), [
      option("iphone", w("iPhone", "iPhone", "iPhone", "iPhone")),
      option("android", w("Android, zum Beispiel Samsung", "Android, par exemple Samsung", "Android, per esempio Samsung", "Android, for example Samsung")),
      option("keypad", w("Ein Handy mit Tasten", "Un téléphone à touches", "Un telefono a tasti", "A phone with keys")),
      dontKnow,
    ]),
    choice("new-phone", w("Was für ein Handy ist das neue?", "Quel est le nouveau téléphone ?", "Che telefono è quello nuovo?", "Which phone is the new one?"), [
      option("iphone", w("iPhone", "iPhone", "iPhone", "iPhone")),
      option("android", w("Android, zum Beispiel Samsung", "Android, par exemple Samsung", "Android, per esempio Samsung", "Android, for example Samsung")),
      option("keypad", w("Ein Handy mit Tasten", "Un téléphone à touches", "Un telefono a tasti", "A phone with keys")),
      dontKnow,
    ]),
    yesno("old-phone-works", w("Lässt sich das alte Handy noch einschalten?", "L’ancien téléphone s’allume-t-il encore ?", "Il vecchio telefono si accende ancora?", "Can the old phone still be switched on?")),
    yesno("passwords-known", w("Kennen Sie Ihr Apple- oder Google-Passwort?", "Connaissez-vous votre mot de passe Apple ou Google ?", "Conosce la sua password Apple o Google?", "Do you know your Apple or Google password?"), {
      hint: w("Bitte hier nicht hinschreiben. Halten Sie es beim Besuch bereit.", "Ne l’écrivez pas ici. Gardez-le à portée de main pour la visite.", "Non la scriva qui. La tenga pronta per la visita.", "Please do not write it here. Have it ready at the visit."),
    }),
  ],
  checklist: [
    must("backup-made", w("Sicherung des alten Handys erstellt", "Sauvegarde de l’ancien téléphone faite", "Backup del vecchio telefono eseguito", "Backup of the old phone made")),
    must("contacts-counted", w("Kontakte auf dem neuen Handy gezählt", "Contacts comptés sur le nouveau téléphone", "Contatti contati sul nuovo telefono", "Contacts on the new phone counted"), "×"),
    must("photos-checked", w("Fotos vollständig, Stichprobe gemacht", "Photos complètes, contrôle par sondage", "Foto complete, controllo a campione", "Photos complete, sample checked")),
    must("call-tested", w("Anruf und SMS getestet", "Appel et SMS testés", "Chiamata e SMS provati", "Call and text message tested")),
    may("messenger-moved", w("Chats übernommen", "Conversations transférées", "Chat trasferite", "Chats moved")),
    must("passwords-by-customer", w("Alle Passwörter durch die Kundschaft eingegeben", "Tous les mots de passe saisis par la clientèle", "Tutte le password inserite dalla clientela", "All passwords typed by the customer")),
    must("old-phone-kept", w("Altes Handy nicht gelöscht, Rückgabe besprochen", "Ancien téléphone non effacé, reprise discutée", "Vecchio telefono non cancellato, riconsegna discussa", "Old phone not erased, return discussed")),
  ],
  rootCauses: [
    cause("storage-full", w("Speicher voll", "Mémoire pleine", "Memoria piena", "Storage full")),
    cause("system-change", w("Wechsel zwischen iPhone und Android", "Changement entre iPhone et Android", "Passaggio tra iPhone e Android", "Change between iPhone and Android")),
    cause("sim-not-active", w("SIM-Karte oder eSIM nicht aktiv", "Carte SIM ou eSIM non active", "Carta SIM o eSIM non attiva", "SIM card or eSIM not active")),
    cause("no-backup", w("Keine Sicherung vorhanden", "Aucune sauvegarde disponible", "Nessun backup disponibile", "No backup available")),
    cause("chat-not-transferred", w("Chats liessen sich nicht übernehmen", "Conversations impossibles à transférer", "Chat non trasferibili", "Chats could not be moved")),
    passwordForgotten,
    deviceBroken,
    deviceOld,
    noFault,
    otherCause,
  ],
  synonyms: {
    de: ["neues Handy einrichten", "Handy wechseln", "Daten auf neues Handy", "Kontakte übertragen", "Fotos übertragen", "WhatsApp aufs neue Handy", "iPhone einrichten", "Samsung einrichten", "SIM-Karte einsetzen", "eSIM aktivieren", "Natel einrichten"],
    fr: ["configurer nouveau téléphone", "changer de téléphone", "transférer les contacts", "transférer les photos", "WhatsApp nouveau téléphone", "configurer iPhone", "configurer Samsung", "mettre la carte SIM", "activer eSIM", "nouveau natel"],
    it: ["configurare nuovo telefono", "cambiare telefono", "trasferire contatti", "trasferire foto", "WhatsApp nuovo telefono", "configurare iPhone", "configurare Samsung", "inserire la SIM", "attivare eSIM", "nuovo natel"],
    en: ["set up new phone", "change phone", "transfer contacts", "transfer photos", "WhatsApp on new phone", "set up iPhone", "set up Samsung", "insert SIM card", "activate eSIM", "new mobile"],
  },
};

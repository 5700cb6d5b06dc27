import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { cause, choice, deviceBroken, deviceOld, dontKnow, may, must, noFault, option, otherCause, somethingElse, text, unclearInstructions, w } from "../write.ts";

export const printer: ServiceTypeContent = {
  code: "printer",
  category: "connectivity",
  riskClass: "standard",
  programme: "connectivity-help",
  icon: "printer",
  durationMinutes: 60,
  price: { min: 3000, preset: 3900, max: 5900 },
  professional: { price: 12900, durationMinutes: 60 },
  name: w("Drucker einrichten", "Installer l’imprimante", "Configurare la stampante", "Set up the printer"),
  short: w(
    "Drucker mit dem WLAN verbinden und vom Computer und Handy aus drucken und scannen.",
    "Connecter l’imprimante au Wi-Fi, puis imprimer et numériser depuis l’ordinateur et le téléphone.",
    "Collegare la stampante al Wi-Fi, poi stampare e scansionare da computer e telefono.",
    "Connect the printer to the WLAN, then print and scan from computer and phone.",
  ),
  scopeIn: [
    w("Drucker aufstellen und mit dem WLAN verbinden", "Mettre en place l’imprimante et la connecter au Wi-Fi", "Posizionare la stampante e collegarla al Wi-Fi", "Placing the printer and connecting it to the WLAN"),
    w("Auf bis zu drei Geräten einrichten", "La configurer sur trois appareils au plus", "Configurarla su tre apparecchi al massimo", "Setting it up on as many as three devices"),
    w("Patronen oder Toner einsetzen", "Mettre en place cartouches ou toner", "Inserire cartucce o toner", "Inserting cartridges or toner"),
    w("Scannen und Kopieren zeigen", "Montrer comment numériser et copier", "Mostrare come scansionare e copiare", "Showing how to scan and copy"),
  ],
  scopeOut: [
    w("Drucker öffnen oder reparieren", "Ouvrir ou réparer l’imprimante", "Aprire o riparare la stampante", "Opening or repairing the printer"),
    w("Bürogeräte mit Servicevertrag", "Appareils de bureau sous contrat d’entretien", "Apparecchi da ufficio con contratto di assistenza", "Office machines under a service contract"),
    w("Der Preis von Patronen, Toner und Papier", "Le prix des cartouches, du toner et du papier", "Il prezzo di cartucce, toner e carta", "The price of cartridges, toner and paper"),
  ],
  intake: [
    choice("problem", w("Worum geht es?", "De quoi s’agit-il ?", "Di che cosa si tratta?", "What is it about?"), [
      option("new-printer", w("Ich habe einen neuen Drucker", "J’ai une nouvelle imprimante", "Ho una nuova stampante", "I have a new printer")),
      option("not-found", w("Der Computer findet den Drucker nicht", "L’ordinateur ne trouve pas l’imprimante", "Il computer non trova la stampante", "The computer does not find the printer")),
      option("bad-print", w("Der Druck ist schlecht oder leer", "L’impression est mauvaise ou vide", "La stampa è brutta o vuota", "The print is bad or empty")),
      option("scan", w("Ich möchte scannen", "J’aimerais numériser", "Vorrei scansionare", "I would like to scan")),
      somethingElse,
    ]),
    choice("print-from", w("Womit möchten Sie drucken?", "Depuis quel appareil voulez-vous imprimer ?", "Da che cosa vuole stampare?", "What would you like to print from?"), [
      option("windows", w("Computer mit Windows", "Ordinateur Windows", "Computer con Windows", "Windows computer")),
      option("mac", w("Apple-Computer", "Ordinateur Apple", "Computer Apple", "Apple computer")),
      option("phone-tablet", w("Handy oder Tablet", "Téléphone ou tablette", "Telefono o tablet", "Phone or tablet")),
      option("several", w("Mehrere davon", "Plusieurs d’entre eux", "Più di uno", "Several of these")),
      dontKnow,
    ]),
    text("model", w("Welche Marke steht auf dem Drucker?", "Quelle marque est indiquée sur l’imprimante ?", "Quale marca è indicata sulla stampante?", "Which brand is written on the printer?"), {
      hint: w("Zum Beispiel HP, Canon, Epson oder Brother. Ein Foto hilft auch.", "Par exemple HP, Canon, Epson ou Brother. Une photo aide aussi.", "Per esempio HP, Canon, Epson o Brother. Aiuta anche una foto.", "For example HP, Canon, Epson or Brother. A photo helps too."),
      optional: true,
    }),
  ],
  checklist: [
    must("printer-on-network", w("Drucker ist im WLAN", "Imprimante connectée au Wi-Fi", "Stampante collegata al Wi-Fi", "Printer is on the WLAN")),
    must("test-page", w("Testseite von jedem Gerät gedruckt", "Page d’essai imprimée depuis chaque appareil", "Pagina di prova stampata da ogni apparecchio", "Test page printed from every device")),
    must("devices-set", w("Anzahl eingerichteter Geräte", "Nombre d’appareils configurés", "Numero di apparecchi configurati", "Number of devices set up"), "×"),
    may("scan-tested", w("Scan auf dem Gerät gefunden", "Document numérisé retrouvé sur l’appareil", "Scansione ritrovata sull’apparecchio", "Scan found on the device")),
    may("ink-level", w("Füllstand der Patronen abgelesen", "Niveau des cartouches relevé", "Livello delle cartucce letto", "Cartridge level read"), "%"),
    must("customer-printed", w("Kundschaft hat selbst gedruckt", "La clientèle a imprimé elle-même", "La clientela ha stampato da sé", "Customer printed alone")),
  ],
  rootCauses: [
    cause("printer-wrong-network", w("Drucker in einem anderen WLAN", "Imprimante sur un autre Wi-Fi", "Stampante su un altro Wi-Fi", "Printer on another WLAN")),
    cause("driver-missing", w("Treiber fehlt oder veraltet", "Pilote manquant ou obsolète", "Driver mancante o obsoleto", "Driver missing or outdated")),
    cause("cartridge-empty", w("Patrone leer oder eingetrocknet", "Cartouche vide ou desséchée", "Cartuccia vuota o secca", "Cartridge empty or dried up")),
    cause("paper-jam", w("Papierstau", "Bourrage papier", "Carta inceppata", "Paper jam")),
    cause("router-replaced", w("Neuer Router, Drucker nicht neu verbunden", "Nouveau routeur, imprimante non reconnectée", "Nuovo router, stampante non ricollegata", "New router, printer not reconnected")),
    unclearInstructions,
    deviceBroken,
    deviceOld,
    noFault,
    otherCause,
  ],
  synonyms: {
    de: ["Drucker geht nicht", "Drucker einrichten", "Drucker verbinden", "Drucker druckt nicht", "Drucker offline", "vom Handy drucken", "scannen", "Patrone wechseln", "Drucker im WLAN", "Toner wechseln"],
    fr: ["imprimante ne marche pas", "installer imprimante", "connecter imprimante", "imprimante n'imprime pas", "imprimante hors ligne", "imprimer depuis le téléphone", "numériser", "changer la cartouche", "imprimante wifi", "scanner"],
    it: ["stampante non funziona", "installare stampante", "collegare stampante", "stampante non stampa", "stampante offline", "stampare dal telefono", "scansionare", "cambiare cartuccia", "stampante wifi"],
    en: ["printer not working", "set up printer", "connect printer", "printer does not print", "printer offline", "print from phone", "scan a document", "change cartridge", "wifi printer"],
  },
};

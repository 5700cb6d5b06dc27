import type { Locale } from "#app/domain/kernel/words.ts";

/** Snippets of the conversation around a visit, in the order in which they occur. */
export type Conversation = { customerBefore: string[]; helperBefore: string[]; helperOnTheWay: string[]; customerAfter: string[]; helperAfter: string[] };

export const messages: Record<Locale, Conversation> = {
  de: {
    customerBefore: ["Grüezi, bitte beim zweiten Eingang läuten, die Klingel vorne ist defekt.", "Ich habe zur Sicherheit ein Foto angehängt.", "Soll ich etwas vorbereiten?", "Kann ich das Auto vor dem Haus parkieren lassen, oder brauchen Sie den Platz?", "Meine Nachbarin ist auch dabei, sie interessiert sich ebenfalls."],
    helperBefore: ["Vielen Dank für die Anfrage. Bitte legen Sie die Unterlagen bereit, mehr braucht es nicht.", "Danke für das Foto, so kann ich mich gut vorbereiten.", "Ich komme mit dem Velo, ein Parkplatz ist nicht nötig.", "Bitte halten Sie Ihre Zugangsdaten bereit, aber schreiben Sie sie nicht hier.", "Alles klar, ich läute beim zweiten Eingang."],
    helperOnTheWay: ["Ich bin unterwegs und in etwa 15 Minuten bei Ihnen.", "Der Bus hat etwas Verspätung, ich bin in 20 Minuten da.", "Ich fahre jetzt los."],
    customerAfter: ["Vielen Dank für die Hilfe, es läuft alles.", "Noch eine Frage: muss ich das nach einem Neustart wiederholen?", "Heute Morgen ging es immer noch. Danke."],
    helperAfter: ["Gern geschehen. Melden Sie sich, falls etwas nicht mehr geht.", "Nein, die Einstellung bleibt erhalten.", "Das freut mich. Einen schönen Tag Ihnen."],
  },
  fr: {
    customerBefore: ["Bonjour, merci de sonner à la deuxième entrée, la sonnette devant ne marche pas.", "J’ai ajouté une photo.", "Dois-je préparer quelque chose ?", "Ma voisine sera aussi là, le sujet l’intéresse."],
    helperBefore: ["Merci pour votre demande. Préparez simplement vos papiers, il ne faut rien de plus.", "Merci pour la photo, je peux bien me préparer.", "Je viens à vélo, pas besoin de place de parc.", "Gardez vos codes à portée de main, mais ne les écrivez pas ici."],
    helperOnTheWay: ["Je suis en route et chez vous dans 15 minutes environ.", "Le bus a du retard, j’arrive dans 20 minutes.", "Je pars maintenant."],
    customerAfter: ["Merci pour votre aide, tout marche.", "Encore une question : faut-il recommencer après un redémarrage ?", "Ce matin, cela marchait toujours. Merci."],
    helperAfter: ["Avec plaisir. Écrivez-moi si quelque chose ne va plus.", "Non, le réglage reste enregistré.", "Tant mieux. Bonne journée à vous."],
  },
  it: {
    customerBefore: ["Buongiorno, suoni per favore alla seconda entrata, il campanello davanti è rotto.", "Ho aggiunto una foto.", "Devo preparare qualcosa?", "Ci sarà anche la mia vicina, l’argomento le interessa."],
    helperBefore: ["Grazie per la richiesta. Prepari solo i documenti, non serve altro.", "Grazie per la foto, così mi preparo bene.", "Vengo in bicicletta, non serve un parcheggio.", "Tenga pronti i suoi codici, ma non li scriva qui."],
    helperOnTheWay: ["Sono in viaggio, arrivo tra circa 15 minuti.", "Il bus è in ritardo, arrivo tra 20 minuti.", "Parto adesso."],
    customerAfter: ["Grazie per l’aiuto, funziona tutto.", "Ancora una domanda: devo rifarlo dopo un riavvio?", "Stamattina funzionava ancora. Grazie."],
    helperAfter: ["Di nulla. Mi scriva se qualcosa non va più.", "No, l’impostazione resta salvata.", "Mi fa piacere. Buona giornata."],
  },
  en: {
    customerBefore: ["Hello, please ring at the second entrance, the bell in front is broken.", "I have added a photo.", "Shall I prepare anything?", "My neighbour will join us, she is interested too."],
    helperBefore: ["Thank you for the request. Just have your papers ready, nothing more is needed.", "Thank you for the photo, it helps me to prepare.", "I come by bicycle, no parking space needed.", "Please have your access details ready, but do not write them here."],
    helperOnTheWay: ["I am on my way and will be with you in about 15 minutes.", "The bus is late, I will be there in 20 minutes.", "I am leaving now."],
    customerAfter: ["Thank you for your help, everything works.", "One more question: do I have to repeat this after a restart?", "It was still fine this morning. Thank you."],
    helperAfter: ["You are welcome. Write to me if anything stops working.", "No, the setting stays as it is.", "Good to hear. Have a nice day."],
  },
};

import type { Locale } from "#app/domain/kernel/words.ts";

/** Two short messages that belong together: what one side writes, what the other answers. */
export type Exchange = readonly [first: string, answer: string];
/** `before`: the customer asks; `onTheWay`: the helper alone; `after`: the customer thanks or asks once more. */
export type Conversation = { before: readonly Exchange[]; onTheWay: readonly string[]; after: readonly Exchange[] };

export const messages: Record<Locale, Conversation> = {
  de: {
    before: [
      ["Guten Tag, bitte beim zweiten Eingang läuten, die Klingel vorne ist defekt.", "Alles klar, ich läute beim zweiten Eingang."],
      ["Soll ich etwas vorbereiten?", "Bitte legen Sie die Unterlagen bereit, mehr braucht es nicht."],
      ["Brauchen Sie einen Parkplatz?", "Danke, das ist nicht nötig. Ich komme mit dem Velo."],
      ["Meine Nachbarin ist auch dabei, sie interessiert sich ebenfalls.", "Sehr gern. Für eine zweite Wohnung bräuchte es aber einen eigenen Termin."],
      ["Ich höre nicht mehr so gut. Bitte lange läuten.", "Danke für den Hinweis, ich habe Geduld."],
      ["Wir haben einen Hund. Er ist lieb, bellt aber.", "Kein Problem, ich mag Hunde."],
      ["Der Lift ist ausser Betrieb, wir wohnen im vierten Stock.", "Gut zu wissen. Ich nehme die Treppe."],
    ],
    onTheWay: ["Ich bin unterwegs und in etwa 15 Minuten bei Ihnen.", "Der Bus hat etwas Verspätung, ich bin in 20 Minuten da.", "Ich fahre jetzt los."],
    after: [
      ["Vielen Dank für die Hilfe.", "Gern geschehen. Melden Sie sich, falls noch etwas ist."],
      ["Noch eine Frage: Muss ich das nach einem Stromausfall wiederholen?", "Nein, die Einstellung bleibt erhalten."],
      ["Haben Sie Ihre Brille bei uns vergessen?", "Ja, das ist meine. Ich hole sie morgen ab, vielen Dank."],
      ["Darf ich Sie meiner Schwester empfehlen?", "Das freut mich. Sie findet mich über die Suche."],
    ],
  },
  fr: {
    before: [
      ["Bonjour, merci de sonner à la deuxième entrée, la sonnette devant ne marche pas.", "C’est noté, je sonnerai à la deuxième entrée."],
      ["Dois-je préparer quelque chose\u00a0?", "Préparez simplement vos papiers, il ne faut rien de plus."],
      ["Avez-vous besoin d’une place de parc\u00a0?", "Merci, ce n’est pas nécessaire. Je viens à vélo."],
      ["Ma voisine sera aussi là, le sujet l’intéresse.", "Avec plaisir. Pour un deuxième logement, il faudrait toutefois un autre rendez-vous."],
      ["L’ascenseur est en panne et nous habitons au quatrième.", "Merci de me le dire. Je prendrai l’escalier."],
    ],
    onTheWay: ["Je suis en route et chez vous dans 15 minutes environ.", "Le bus a du retard, j’arrive dans 20 minutes.", "Je pars maintenant."],
    after: [
      ["Merci pour votre aide.", "Avec plaisir. Écrivez-moi s’il y a encore quelque chose."],
      ["Encore une question\u00a0: faut-il recommencer après une panne de courant\u00a0?", "Non, le réglage reste enregistré."],
      ["Puis-je vous recommander à ma sœur\u00a0?", "Cela me ferait plaisir. Elle me trouvera par la recherche."],
    ],
  },
  it: {
    before: [
      ["Buongiorno, suoni per favore alla seconda entrata, il campanello davanti è rotto.", "Va bene, suono alla seconda entrata."],
      ["Devo preparare qualcosa?", "Prepari solo i documenti, non serve altro."],
      ["Le serve un parcheggio?", "Grazie, non è necessario. Vengo in bicicletta."],
      ["Ci sarà anche la mia vicina, l’argomento le interessa.", "Volentieri. Per un secondo appartamento serve però un altro appuntamento."],
      ["L’ascensore è guasto e abitiamo al quarto piano.", "Grazie per l’avviso, prendo le scale."],
    ],
    onTheWay: ["Sono in viaggio, arrivo tra circa 15 minuti.", "Il bus è in ritardo, arrivo tra 20 minuti.", "Parto adesso."],
    after: [
      ["Grazie per l’aiuto.", "Di nulla. Mi scriva se c’è ancora qualcosa."],
      ["Ancora una domanda: devo rifarlo dopo un’interruzione di corrente?", "No, l’impostazione resta salvata."],
      ["Posso raccomandarla a mia sorella?", "Mi fa piacere. Mi trova con la ricerca."],
    ],
  },
  en: {
    before: [
      ["Hello, please ring at the second entrance, the bell in front is broken.", "All right, I will ring at the second entrance."],
      ["Shall I prepare anything?", "Just have your papers ready, nothing more is needed."],
      ["Do you need a parking space?", "Thank you, no. I come by bicycle."],
      ["My neighbour will join us, she is interested too.", "With pleasure. A second flat would need its own appointment, though."],
      ["The lift is out of order and we live on the fourth floor.", "Good to know, I will take the stairs."],
    ],
    onTheWay: ["I am on my way and will be with you in about 15 minutes.", "The bus is late, I will be there in 20 minutes.", "I am leaving now."],
    after: [
      ["Thank you for your help.", "You are welcome. Write to me if anything else comes up."],
      ["One more question: do I have to repeat this after a power cut?", "No, the setting stays as it is."],
      ["May I recommend you to my sister?", "I would be glad. She finds me through the search."],
    ],
  },
};

import type { Locale } from "#app/domain/kernel/words.ts";
import type { Pick } from "./pick.ts";

/** good: solved; mixed: partly or with effort; bad: not solved or badly done. */
export type ReviewTone = "good" | "mixed" | "bad";
/** `only` holds what fits one service type alone: nobody praises a printer after a visit for lamps. */
type Tones = Record<ReviewTone, { any: string[]; only: Record<string, string[]> }>;

export const reviews: Record<Locale, Tones> = {
  de: {
    good: {
      any: [
        "Sehr freundlich und geduldig, alles verständlich erklärt.",
        "Pünktlich, ruhig und kompetent. Gerne wieder.",
        "Nach einer Stunde lief alles. Ich bin sehr zufrieden.",
        "Hat sich Zeit genommen und auch meine zweite Frage noch beantwortet.",
        "Endlich jemand, der nicht in Fachwörtern redet.",
        "Ich habe viel gelernt und fühle mich jetzt sicherer.",
        "Meine Mutter ist 84 und war begeistert.",
        "Unkompliziert gebucht, gut geholfen, fairer Preis.",
        "Hat zuerst zugehört und dann das Richtige gemacht.",
        "Alles sauber hinterlassen und eine kurze Anleitung dagelassen.",
        "Kam sogar fünf Minuten früher und hatte alles dabei.",
        "Ehrlich gesagt, was geht und was nicht. Das schätze ich.",
        "Sehr angenehmer Besuch, fast wie unter Nachbarn.",
        "Problem gefunden, erklärt und gelöst. Mehr kann man nicht verlangen.",
        "Empfehle ich in unserem Haus allen weiter.",
        "Für mich als Laie war das Gold wert.",
      ],
      only: {
        "electricity-check": ["Jetzt weiss ich, dass der alte Gefrierschrank der Stromfresser war.", "Die Messungen haben mir die Augen geöffnet.", "Mit der Liste haben wir schon am Abend angefangen.", "Zehn Geräte gemessen, drei Schuldige gefunden."],
        "heat-less": ["Die Stube ist gleich warm, und die Heizung läuft weniger.", "Endlich ist es im Bad warm und im Schlafzimmer kühl, so wie ich es mag."],
        "hot-water-standby": ["Die neue Brause braucht halb so viel Wasser, und man merkt es nicht.", "Mit einem Schalter ist jetzt wirklich alles aus."],
        "light-bulbs": ["Neue Lampen, schönes Licht und weniger Watt.", "Durfte drei Lichtfarben vergleichen, das warme Licht ist wunderbar."],
        "building-tech": ["Die Offerten für die Wärmepumpe verstehe ich jetzt endlich.", "Neutral beraten, ohne dass uns jemand etwas verkaufen wollte."],
        "better-wlan": ["Das WLAN reicht jetzt bis ins Schlafzimmer.", "Der Router stand einfach am falschen Ort. Jetzt läuft es.", "Jeder Raum wurde gemessen, vorher und nachher. Der Unterschied ist gross."],
        "new-phone": ["Alle Fotos sind auf dem neuen Handy, auch die ganz alten.", "Die Schrift ist gross, die Kontakte sind da, ich komme zurecht."],
        "video-calls": ["Ich kann jetzt allein mit den Enkeln videotelefonieren.", "Geduldig geübt, bis ich es allein konnte."],
        printer: ["Der Drucker druckt wieder, sogar vom Handy aus.", "Nach Monaten wieder ein Formular gescannt, ganz allein."],
        "mail-devices": ["Mails auf Handy und Tablet gleich, so wie ich es wollte.", "Ich erkenne jetzt falsche Mails und lösche sie."],
        "tv-box": ["Fernsehen funktioniert wieder, und meine Sender sind vorne.", "Jetzt weiss ich, wie man aufnimmt und zurückspult."],
        "router-setup": ["Der Router läuft, jedes Kabel ist angeschrieben, und das Telefon geht auch.", "Vor dem neuen Router hatte ich Respekt, nach vierzig Minuten war alles eingerichtet."],
        "socket-fuse": ["Steckdose ersetzt, gemessen und alles protokolliert."],
        "gas-heater": ["Die Heizung läuft wieder, und das Wasser ist warm."],
      },
    },
    mixed: {
      any: [
        "Nett und bemüht, aber es hat länger gedauert als gedacht.",
        "Das Wichtigste geht, ein Punkt blieb offen.",
        "Kam zwanzig Minuten zu spät, hat aber Bescheid gegeben.",
        "Gute Arbeit, die Erklärungen waren für mich etwas schnell.",
        "Problem gelöst, allerdings erst beim zweiten Anlauf.",
        "In Ordnung. Ich hätte mir etwas mehr Zeit für Fragen gewünscht.",
      ],
      only: {
        "electricity-check": ["Gute Tipps, vieles wusste ich aber schon."],
        "heat-less": ["Im Büro ist es besser, im Bad weiterhin kühl."],
        "light-bulbs": ["Die Hälfte der Lampen passte, den Rest muss ich noch besorgen."],
        "better-wlan": ["Im Wohnzimmer gut, im Keller immer noch kein Empfang.", "Es geht, der Verstärker musste aber noch gekauft werden."],
        "new-phone": ["Handy läuft, aber einige Chats fehlen."],
      },
    },
    bad: {
      any: [
        "Das Problem ist leider noch da.",
        "Wirkte unvorbereitet und hatte das Passende nicht dabei.",
        "Am nächsten Tag ging es wieder nicht.",
        "Sehr in Eile, meine Fragen blieben offen.",
        "Eine halbe Stunde zu spät und ohne Nachricht.",
      ],
      only: {
        "heat-less": ["Die Heizung ist gleich wie vorher, nur habe ich jetzt kalte Füsse."],
        "electricity-check": ["Nur allgemeine Tipps, gemessen wurde kaum."],
        "light-bulbs": ["Die neuen LED flackern am Dimmer."],
        "better-wlan": ["Das WLAN ist im Schlafzimmer so schwach wie zuvor."],
        "router-setup": ["Nach dem Besuch ging das Festnetz nicht mehr."],
        "new-phone": ["Kontakte doppelt und Fotos fehlen."],
      },
    },
  },
  fr: {
    good: {
      any: [
        "Très aimable et de bon conseil, tout a été bien expliqué.",
        "À l’heure, calme et efficace. Volontiers une autre fois.",
        "Après une heure, tout marchait. Le résultat est parfait.",
        "A pris le temps et a même répondu à ma deuxième question.",
        "Enfin quelqu’un qui ne parle pas en jargon.",
        "J’ai beaucoup appris et je me débrouille mieux.",
        "Ma mère a 84 ans et elle était ravie.",
        "Réservation simple, bonne aide, prix correct.",
        "A d’abord écouté, puis fait ce qu’il fallait.",
        "Tout était propre en partant, avec un petit aide-mémoire.",
        "Cinq minutes en avance et tout le matériel avec soi.",
        "A dit franchement ce qui est possible et ce qui ne l’est pas.",
        "Une visite très agréable, comme entre voisins.",
        "Problème trouvé, expliqué et résolu.",
        "Je recommande à tout l’immeuble.",
        "Pour moi qui n’y connais rien, une aide précieuse.",
      ],
      only: {
        "electricity-check": ["Je sais maintenant que c’était le vieux congélateur qui consommait.", "Les mesures m’ont ouvert les yeux.", "Dix appareils mesurés, trois coupables trouvés."],
        "heat-less": ["Le salon est toujours aussi chaud et le chauffage tourne moins.", "Enfin chaud à la salle de bains et frais dans la chambre, comme j’aime."],
        "hot-water-standby": ["Le nouveau pommeau consomme deux fois moins et on ne le remarque pas.", "Un seul interrupteur, et tout est vraiment éteint."],
        "light-bulbs": ["Nouvelles ampoules, belle lumière et moins de watts.", "J’ai pu comparer trois couleurs, la lumière chaude est magnifique."],
        "building-tech": ["Je comprends enfin les offres pour la pompe à chaleur.", "Un conseil neutre, sans rien à vendre."],
        "better-wlan": ["Le Wi-Fi arrive enfin jusqu’à la chambre.", "Le routeur était simplement au mauvais endroit. Maintenant ça marche.", "Chaque pièce a été mesurée, avant et après. La différence est grande."],
        "new-phone": ["Toutes mes photos sont sur le nouveau téléphone.", "Le texte est grand, les contacts sont là, je m’en sors."],
        "video-calls": ["J’appelle mes petits-enfants en vidéo sans aide.", "Beaucoup de patience, jusqu’à ce que j’y arrive sans aide."],
        printer: ["L’imprimante imprime de nouveau, même depuis le téléphone.", "Après des mois, j’ai de nouveau numérisé un formulaire sans aide."],
        "tv-box": ["La télévision remarche et mes chaînes sont au début.", "Je sais maintenant enregistrer et revenir en arrière."],
        "router-setup": ["Le routeur marche, chaque câble est étiqueté et le téléphone aussi fonctionne.", "Le nouveau routeur me faisait peur, en quarante minutes tout était installé."],
        "mail-devices": ["Mes mails arrivent partout, et enfin en ordre.", "Je reconnais maintenant les faux mails et je les efface."],
        "socket-fuse": ["Prise remplacée, mesurée, avec un rapport."],
        "gas-heater": ["Le chauffage remarche et l’eau est chaude."],
      },
    },
    mixed: {
      any: [
        "Sympathique, mais cela a duré plus longtemps que prévu.",
        "L’essentiel marche, un point reste ouvert.",
        "Vingt minutes de retard, mais avec un message.",
        "Bon travail, les explications étaient un peu rapides pour moi.",
        "Problème résolu, mais au deuxième essai seulement.",
        "Correct. J’aurais voulu plus de temps pour mes questions.",
      ],
      only: {
        "electricity-check": ["De bons conseils, mais j’en connaissais déjà beaucoup."],
        "light-bulbs": ["La moitié des ampoules convenait, je dois acheter le reste."],
        "better-wlan": ["Bien au salon, toujours pas de réception à la cave."],
        "new-phone": ["Le téléphone marche, mais il manque des conversations."],
      },
    },
    bad: {
      any: [
        "Le problème est malheureusement toujours là.",
        "Visite mal préparée, il manquait le matériel.",
        "Le lendemain, cela ne marchait plus.",
        "Beaucoup de hâte, mes questions sont restées sans réponse.",
        "Une demi-heure de retard, sans message.",
      ],
      only: {
        "heat-less": ["Le chauffage est comme avant."],
        "electricity-check": ["Seulement des conseils généraux, presque rien n’a été mesuré."],
        "better-wlan": ["Le Wi-Fi est aussi faible qu’avant dans la chambre."],
        "router-setup": ["Après la visite, le téléphone fixe ne marchait plus."],
      },
    },
  },
  it: {
    good: {
      any: [
        "Molta gentilezza e pazienza, tutto spiegato bene.",
        "In orario, con calma e competenza. Volentieri ancora.",
        "Dopo un’ora funzionava tutto. Il risultato mi piace molto.",
        "C’è stato tempo anche per la mia seconda domanda.",
        "Finalmente qualcuno che non parla difficile.",
        "Ho imparato molto e ora mi sento più a mio agio.",
        "Mia madre ha 84 anni ed era entusiasta.",
        "Prenotazione semplice, buon aiuto, prezzo giusto.",
        "Prima ha ascoltato, poi ha fatto la cosa giusta.",
        "Tutto in ordine alla fine, con un piccolo promemoria.",
        "Cinque minuti di anticipo e tutto il materiale con sé.",
        "Ha detto onestamente che cosa si può fare e che cosa no.",
        "Una visita piacevole, come tra vicini.",
        "Problema trovato, spiegato e risolto.",
        "Lo consiglio a tutto il palazzo.",
        "Per me che non ne capisco nulla, un aiuto prezioso.",
      ],
      only: {
        "electricity-check": ["Ora so che era il vecchio congelatore a consumare tanto.", "Le misure mi hanno aperto gli occhi.", "Dieci apparecchi misurati, tre colpevoli trovati."],
        "heat-less": ["Il soggiorno è caldo come prima e il riscaldamento va meno.", "Finalmente caldo in bagno e fresco in camera, come piace a me."],
        "hot-water-standby": ["Il nuovo soffione usa metà acqua e non si nota.", "Un solo interruttore e tutto è davvero spento."],
        "light-bulbs": ["Nuove lampadine, bella luce e meno watt.", "Ho potuto confrontare tre colori, la luce calda è bellissima."],
        "building-tech": ["Finalmente capisco le offerte per la pompa di calore.", "Consulenza neutrale, senza voler vendere nulla."],
        "better-wlan": ["Il Wi-Fi ora arriva fino in camera.", "Il router era semplicemente nel posto sbagliato. Ora va.", "Ogni locale è stato misurato, prima e dopo. La differenza è grande."],
        "new-phone": ["Tutte le foto sono sul nuovo telefono.", "Il testo è grande, i contatti ci sono, me la cavo."],
        "video-calls": ["Ora videochiamo i nipoti senza aiuto.", "Tanta pazienza, fino alla prima chiamata senza aiuto."],
        printer: ["La stampante stampa di nuovo, anche dal telefono.", "Dopo mesi ho di nuovo scansionato un modulo, senza aiuto."],
        "tv-box": ["La televisione funziona e i miei canali sono all’inizio.", "Ora so registrare e tornare indietro."],
        "router-setup": ["Il router funziona, ogni cavo è etichettato e va anche il telefono.", "Il nuovo router mi spaventava, in quaranta minuti era tutto a posto."],
        "mail-devices": ["Le mie mail arrivano dappertutto, finalmente in ordine.", "Ora riconosco le mail false e le cancello."],
        "socket-fuse": ["Presa sostituita, misurata, con verbale."],
        "gas-heater": ["Il riscaldamento va di nuovo e l’acqua è calda."],
      },
    },
    mixed: {
      any: [
        "Tanta buona volontà, ma è durato più del previsto.",
        "L’essenziale funziona, un punto è rimasto aperto.",
        "Venti minuti di ritardo, però con un messaggio.",
        "Buon lavoro, le spiegazioni erano un po’ veloci per me.",
        "Problema risolto, ma solo al secondo tentativo.",
        "Va bene. Avrei voluto più tempo per le domande.",
      ],
      only: {
        "electricity-check": ["Buoni consigli, ma molti li conoscevo già."],
        "light-bulbs": ["Metà delle lampadine andava bene, il resto devo comprarlo."],
        "better-wlan": ["Bene in soggiorno, in cantina ancora niente ricezione."],
        "new-phone": ["Il telefono va, ma mancano alcune chat."],
      },
    },
    bad: {
      any: [
        "Purtroppo il problema c’è ancora.",
        "Visita poco preparata, mancava il materiale.",
        "Il giorno dopo non funzionava più.",
        "Troppa fretta, le mie domande sono rimaste senza risposta.",
        "Mezz’ora di ritardo e nessun messaggio.",
      ],
      only: {
        "heat-less": ["Il riscaldamento è come prima."],
        "electricity-check": ["Solo consigli generali, quasi niente è stato misurato."],
        "better-wlan": ["Il Wi-Fi in camera è debole come prima."],
        "router-setup": ["Dopo la visita il telefono fisso non funzionava più."],
      },
    },
  },
  en: {
    good: {
      any: [
        "Very friendly and patient, explained everything clearly.",
        "On time, calm and competent. Would book again.",
        "After an hour everything worked. Very happy.",
        "Took the time to answer my second question too.",
        "Finally someone who does not speak in jargon.",
        "I learned a lot and feel more confident now.",
        "My mother is 84 and was delighted.",
        "Easy to book, good help, fair price.",
        "Listened first and then did the right thing.",
        "Left everything tidy, with a short note to keep.",
        "Five minutes early and well equipped.",
        "Honest about what is possible and what is not.",
        "A very pleasant visit, just like a neighbour.",
        "Found the problem, explained it and solved it.",
        "I am recommending this to everyone in our building.",
        "I know nothing about this, so it was worth a lot to me.",
      ],
      only: {
        "electricity-check": ["Now I know that the old freezer was the culprit.", "The measurements opened my eyes.", "Ten appliances measured, three culprits found."],
        "heat-less": ["The living room is as warm as before and the heating runs less.", "Warm in the bathroom and cool in the bedroom at last, just as I like it."],
        "hot-water-standby": ["The new shower head uses half the water and I do not notice it.", "One switch, and everything is really off."],
        "light-bulbs": ["New bulbs, lovely light and fewer watts.", "I could compare three colours, the warm light is wonderful."],
        "building-tech": ["I finally understand the heat pump offers.", "Neutral advice, nobody tried to sell us anything."],
        "better-wlan": ["The wifi now reaches the bedroom.", "The router was simply in the wrong place. It works now.", "Every room was measured, before and after. The difference is big."],
        "new-phone": ["All my photos are on the new phone, even the old ones.", "The text is large, the contacts are there, I can manage."],
        "video-calls": ["I can call my grandchildren on video by myself.", "Practised patiently until I could do it alone."],
        printer: ["The printer prints again, even from the phone.", "After months I scanned a form again, all by myself."],
        "tv-box": ["Television works and my channels come first.", "Now I know how to record and rewind."],
        "router-setup": ["The router runs, every cable is labelled and the telephone works too.", "I was afraid of the new router, after forty minutes it was all set up."],
        "mail-devices": ["My mail arrives everywhere, and in order at last.", "I now recognise false mail and delete it."],
        "socket-fuse": ["Socket replaced, measured and recorded."],
        "gas-heater": ["The heating runs again and the water is hot."],
      },
    },
    mixed: {
      any: [
        "Kind and helpful, but it took longer than planned.",
        "The main thing works, one point is still open.",
        "Twenty minutes late, but sent a message.",
        "Good work, the explanations were a little fast for me.",
        "Solved, though only at the second attempt.",
        "Fine. I would have liked more time for questions.",
      ],
      only: {
        "electricity-check": ["Good tips, though I knew many of them."],
        "light-bulbs": ["Half of the bulbs fitted, I still have to buy the rest."],
        "better-wlan": ["Good in the living room, still no reception in the cellar."],
        "new-phone": ["The phone works, but some chats are missing."],
      },
    },
    bad: {
      any: [
        "Unfortunately the problem is still there.",
        "Seemed unprepared and did not have the right parts.",
        "The next day it had stopped working again.",
        "In a great hurry, my questions were left open.",
        "Half an hour late and no message.",
      ],
      only: {
        "heat-less": ["The heating is just as it was."],
        "electricity-check": ["Only general tips, hardly anything was measured."],
        "better-wlan": ["The wifi in the bedroom is as weak as before."],
        "router-setup": ["After the visit the landline no longer worked."],
      },
    },
  },
};

/** What a customer adds for the company alone. */
export const privateWords: Record<Locale, { good: string[]; bad: string[] }> = {
  de: {
    good: ["Bitte richten Sie meinen Dank aus.", "So stelle ich mir Service vor.", "Darf man dieser Person auch direkt wieder schreiben?", "Die Anleitung auf Papier war sehr hilfreich, bitte beibehalten."],
    bad: ["Ich möchte das nicht öffentlich schreiben, aber es roch nach Rauch.", "Mir wurde nebenbei etwas zum Kauf empfohlen, das war unangenehm.", "Ich glaube, das Thema war für diese Person zu schwierig.", "Bitte rufen Sie mich an, ich bin nicht sicher, ob alles stimmt.", "Die Zeit war zu knapp berechnet."],
  },
  fr: {
    good: ["Merci de transmettre mes remerciements.", "C’est ainsi que j’imagine le service.", "L’aide-mémoire sur papier était très utile."],
    bad: ["Je ne veux pas l’écrire en public, mais il y avait une odeur de fumée.", "On m’a recommandé un achat, c’était désagréable.", "Appelez-moi, je doute que tout soit en ordre.", "Le temps prévu était trop court."],
  },
  it: {
    good: ["Trasmetta per favore i miei ringraziamenti.", "Così immagino un buon servizio.", "Il promemoria su carta è stato molto utile."],
    bad: ["Non voglio scriverlo in pubblico, ma c’era odore di fumo.", "Mi è stato consigliato un acquisto, era spiacevole.", "Mi chiami per favore, non so se è tutto a posto.", "Il tempo previsto era troppo poco."],
  },
  en: {
    good: ["Please pass on my thanks.", "This is what I call service.", "The note on paper was very helpful."],
    bad: ["I do not want to write this in public, but there was a smell of smoke.", "Something was recommended for me to buy, that felt uncomfortable.", "Please call me, I am not sure that all is in order.", "The time planned was too short."],
  },
};

/** How good reviews end; short, so that two of them rarely read alike. */
export const closings: Record<Locale, string[]> = {
  de: ["Danke.", "Gerne wieder.", "Sehr zu empfehlen.", "Herzlichen Dank.", "Fünf Sterne.", "Jederzeit wieder.", "So macht Nachbarschaft Freude.", "Der Preis stimmt auch.", "Vielen Dank für die Geduld.", "Habe ich schon weiterempfohlen."],
  fr: ["Merci.", "Volontiers une autre fois.", "À recommander.", "Un grand merci.", "Cinq étoiles.", "Le prix est juste aussi.", "Merci pour la patience.", "Voilà le voisinage comme je l’aime."],
  it: ["Grazie.", "Volentieri un’altra volta.", "Da consigliare.", "Mille grazie.", "Cinque stelle.", "Anche il prezzo è giusto.", "Grazie per la pazienza.", "Così mi piace il vicinato."],
  en: ["Thank you.", "Happy to book again.", "Highly recommended.", "Many thanks.", "Five stars.", "The price is right too.", "Thank you for your patience.", "This is what neighbours are for."],
};

const shapes = ["any", "any", "any-closing", "any-closing", "only", "only-closing", "only-closing", "only-any"] as const;

/** One or two sentences in the customer's words; what fits one service type alone is said there alone. */
export const review = (pick: Pick, locale: Locale, serviceType: string, tone: ReviewTone): string => {
  const { any, only } = reviews[locale][tone];
  const fitting = only[serviceType] ?? any;
  const [first, second] = pick(shapes).split("-");
  const opening = pick(first === "only" ? fitting : any);
  const ending = second === "any" ? pick(any) : second === "closing" && tone === "good" ? pick(closings[locale]) : "";
  return ending && !opening.includes(ending) ? `${opening} ${ending}` : opening;
};

import type { Pick, Region } from "./pick.ts";

/** Where in life someone stands; hobbies and reasons must fit what came before. */
type Stage = "young" | "middle" | "retired";
type Parts = { before: Record<Stage, string[]>; why: string[]; whyFor: Record<"energy" | "connectivity", string[]>; hobby: Record<Stage | "any", string[]>; way: string[] };

const parts: Record<Region, Parts> = {
  de: {
    before: {
      young: [
        "Ich studiere Elektrotechnik und wohne seit zwei Jahren in der Gegend.",
        "Nach der Lehre in der Informatik arbeite ich im Support eines Spitals.",
        "Ich mache die Berufsmatura und arbeite daneben in einem Elektrofachgeschäft.",
        "Ich studiere Umweltingenieurwesen und kenne die Themen aus dem Praktikum.",
        "Seit dem Lehrabschluss arbeite ich in der Haustechnik.",
        "Ich bilde mich zur Lehrperson aus und erkläre gern.",
      ],
      middle: [
        "Ich arbeite Teilzeit in der Informatik einer Gemeinde.",
        "Zwölf Jahre lang habe ich für eine Elektrofirma Baustellen geleitet.",
        "Ich unterrichte Werken und Informatik an der Sekundarschule.",
        "Im Beruf plane ich Heizungen, am Feierabend erkläre ich sie.",
        "Ich arbeite bei der Bahn im Schichtbetrieb und habe darum auch am Tag Zeit.",
        "Lange war ich in der Pflege tätig, heute arbeite ich in der Spitaltechnik.",
        "Ich führe einen kleinen Velobetrieb und flicke auch sonst alles, was einen Stecker hat.",
        "Ich komme aus der Telekombranche und habe hunderte Anschlüsse in Betrieb genommen.",
        "Als gelernte Fachperson für Elektroplanung kenne ich die Häuser in dieser Gegend.",
        "Ich arbeite in einer Bibliothek und helfe dort jeden Tag mit Handy und E-Mail.",
        "Nach Jahren im Verkauf von Unterhaltungselektronik kenne ich fast jedes Gerät.",
      ],
      retired: [
        "Bis zur Pensionierung habe ich dreissig Jahre im Elektrizitätswerk gearbeitet.",
        "Ich war mein Berufsleben lang im Telefonbau unterwegs, vom Kupfer bis zur Glasfaser.",
        "Nach vierzig Jahren in der Maschinenindustrie bin ich seit Kurzem pensioniert.",
        "Ich habe an der Primarschule unterrichtet und erkläre noch immer gern.",
        "Früher habe ich Heizungen gewartet, heute berate ich ohne Werkzeugkoffer.",
        "Ich habe lange im Hausdienst einer Siedlung gearbeitet und kenne jede Art von Boiler.",
        "Vor der Pensionierung habe ich in der Informatik einer Bank gearbeitet.",
        "Ich war bei der Post im Aussendienst und kenne im Quartier fast jede Haustür.",
      ],
    },
    why: [
      "Ich helfe mit, weil ein gutes Gespräch mehr bringt als jede Anleitung.",
      "Mir gefällt es, wenn am Schluss alle verstehen, was passiert ist.",
      "In unserem Quartier kennt man sich, und das soll so bleiben.",
      "Meine Eltern waren froh um Hilfe, jetzt gebe ich sie weiter.",
      "Ich habe selber erlebt, wie lange man in der Warteschlaufe hängt.",
      "Technik soll für alle da sein, auch für die, die nicht damit aufgewachsen sind.",
      "Es freut mich, wenn ein kleines Problem nach einer Stunde keines mehr ist.",
      "Ich lerne bei jedem Einsatz jemanden kennen, den ich sonst nie getroffen hätte.",
      "Nachbarn haben mir beim Einzug geholfen, so mache ich es nun auch.",
      "Wer fragt, soll eine ehrliche Antwort bekommen und nichts verkauft.",
    ],
    whyFor: {
      energy: [
        "Kleine Änderungen sparen oft mehr, als man denkt, das zeige ich gern am Messgerät.",
        "Energie sparen heisst für mich nicht frieren, sondern richtig einstellen.",
        "In meinem eigenen Haus habe ich den Verbrauch um einen Drittel gesenkt.",
        "Jede Kilowattstunde, die niemand braucht, ist die beste.",
      ],
      connectivity: [
        "Ein WLAN, das einfach läuft, macht den Alltag leichter.",
        "Am liebsten habe ich den Moment, wenn der erste Videoanruf klappt.",
        "Ich richte nicht nur ein, ich zeige auch, wie man es selber kann.",
        "Auch das hartnäckigste Gerät hat einen Grund, und den finde ich gern.",
      ],
    },
    hobby: {
      any: [
        "In der Freizeit bin ich am liebsten in den Bergen.",
        "Am Wochenende trifft man mich auf dem Velo.",
        "Daneben singe ich im Chor.",
        "Mein Gemüsegarten hält mich auf Trab.",
        "Ich koche gern, am liebsten für viele.",
        "Im Winter bin ich auf der Langlaufloipe, im Sommer am See.",
        "Ich repariere alte Radios und höre sie auch.",
        "Zweimal im Monat helfe ich im Repair-Café.",
        "Ich lese viel und jasse noch lieber.",
        "Mein Hund begleitet mich überall hin, nur nicht zu Einsätzen.",
      ],
      young: ["Abends spiele ich Unihockey.", "Ich bin in der Pfadi gross geworden und leite heute selber.", "Wenn ich Zeit habe, klettere ich in der Halle."],
      middle: ["Mit zwei Kindern wird es bei uns nie langweilig.", "Ich trainiere die Juniorinnen und Junioren im Dorfklub.", "Am Samstag bin ich auf dem Markt anzutreffen."],
      retired: ["Meine vier Enkelkinder halten mich technisch auf dem neusten Stand.", "Jeden Dienstag gehe ich mit einer Gruppe wandern.", "Im Verein kümmere ich mich um die alten Dampfschiffe."],
    },
    way: [
      "Ich nehme mir Zeit und rede Klartext.",
      "Fragen darf man bei mir alles, auch zweimal.",
      "Ich schreibe zum Schluss auf, was wir gemacht haben.",
      "Pünktlich bin ich, Eile habe ich keine.",
      "Was ich nicht kann, sage ich, und dann finden wir jemanden.",
      "Dialekt oder Hochdeutsch, beides geht.",
      "Schuhe ziehe ich selbstverständlich aus.",
      "Ich erkläre so lange, bis es sitzt.",
    ],
  },
  fr: {
    before: {
      young: [
        "J’étudie l’électrotechnique et j’habite la région depuis deux ans.",
        "Après un apprentissage en informatique, je travaille au support d’un hôpital.",
        "Je prépare une maturité professionnelle et travaille à côté dans un magasin d’électronique.",
        "J’étudie l’ingénierie de l’environnement et connais ces sujets par mes stages.",
        "Depuis la fin de mon apprentissage, je travaille dans les techniques du bâtiment.",
      ],
      middle: [
        "Je travaille à temps partiel à l’informatique d’une commune.",
        "Pendant douze ans, j’ai dirigé des chantiers pour une entreprise d’électricité.",
        "J’enseigne les travaux manuels et l’informatique à l’école secondaire.",
        "Mon métier, c’est de planifier des chauffages ; le soir, je les explique.",
        "Je travaille aux chemins de fer avec des horaires d’équipe, donc je suis aussi libre en journée.",
        "Après des années dans les soins, je travaille aujourd’hui à la technique d’un hôpital.",
        "Je tiens un petit atelier de vélos et répare tout ce qui a une prise.",
        "Je viens des télécoms et j’ai mis en service des centaines de raccordements.",
        "Je travaille dans une bibliothèque, où j’aide chaque jour avec téléphones et e-mails.",
        "Après des années dans la vente d’électronique, je connais presque tous les appareils.",
      ],
      retired: [
        "Jusqu’à la retraite, j’ai travaillé trente ans au service de l’électricité.",
        "J’ai passé ma vie professionnelle dans la téléphonie, du cuivre à la fibre.",
        "Après quarante ans dans l’horlogerie, je suis à la retraite depuis peu.",
        "J’ai enseigné à l’école primaire et j’aime toujours expliquer.",
        "Autrefois j’entretenais des chauffages, aujourd’hui je conseille sans caisse à outils.",
        "J’ai longtemps assuré la conciergerie d’un quartier et je connais tous les types de boilers.",
        "Avant la retraite, j’ai travaillé à l’informatique d’une banque.",
      ],
    },
    why: [
      "J’aide parce qu’une bonne discussion vaut mieux que n’importe quel mode d’emploi.",
      "J’aime que tout le monde comprenne ce qui s’est passé.",
      "Dans notre quartier on se connaît, et cela doit rester ainsi.",
      "Mes parents ont été contents d’avoir de l’aide, je la transmets à mon tour.",
      "Je sais combien de temps on peut attendre au téléphone.",
      "La technique est pour tout le monde, aussi pour qui n’a pas grandi avec.",
      "C’est un plaisir de voir un petit souci disparaître en une heure.",
      "À chaque visite, je rencontre quelqu’un que je n’aurais jamais croisé.",
      "Qui pose une question mérite une réponse honnête, sans rien à vendre.",
    ],
    whyFor: {
      energy: [
        "De petits changements économisent souvent plus qu’on ne croit, je le montre volontiers avec l’appareil de mesure.",
        "Économiser l’énergie, ce n’est pas avoir froid, c’est bien régler.",
        "Chez moi, j’ai réduit la consommation d’un tiers.",
        "Le meilleur kilowattheure est celui dont personne n’a besoin.",
      ],
      connectivity: [
        "Un Wi-Fi qui marche, tout simplement, rend la vie plus facile.",
        "Mon moment préféré : le premier appel vidéo qui fonctionne.",
        "Je n’installe pas seulement, je montre aussi comment faire soi-même.",
        "Même l’appareil le plus têtu a ses raisons, et j’aime les trouver.",
      ],
    },
    hobby: {
      any: [
        "Pendant mon temps libre, je suis le plus souvent à la montagne.",
        "Le week-end, on me croise à vélo.",
        "À côté, je chante dans un chœur.",
        "Mon potager m’occupe bien.",
        "J’aime cuisiner, surtout pour de grandes tablées.",
        "L’hiver je fais du ski de fond, l’été je nage dans le lac.",
        "Je répare de vieilles radios, et je les écoute.",
        "Deux fois par mois, je participe au Repair Café.",
        "Je lis beaucoup et je joue encore plus volontiers au jass.",
      ],
      young: ["Le soir, je joue au unihockey.", "J’ai grandi chez les scouts et j’encadre aujourd’hui un groupe."],
      middle: ["Avec deux enfants, on ne s’ennuie jamais chez nous.", "J’entraîne les juniors du club du village."],
      retired: ["Mes quatre petits-enfants me tiennent à jour.", "Chaque mardi, je marche avec un groupe du quartier."],
    },
    way: [
      "Je prends le temps et je parle clairement.",
      "Avec moi, on peut poser toutes les questions, même deux fois.",
      "À la fin, je note ce que nous avons fait.",
      "Je suis à l’heure, et jamais à la minute près pour repartir.",
      "Ce que je ne sais pas faire, je le dis, et nous trouvons quelqu’un.",
      "J’enlève bien sûr mes chaussures.",
      "J’explique jusqu’à ce que ce soit clair.",
    ],
  },
  it: {
    before: {
      young: [
        "Studio elettrotecnica e abito in zona da due anni.",
        "Dopo il tirocinio in informatica lavoro nel supporto di un ospedale.",
        "Frequento la maturità professionale e lavoro in un negozio di elettronica.",
        "Studio ingegneria ambientale e conosco questi temi grazie agli stage.",
      ],
      middle: [
        "Lavoro a tempo parziale nell’informatica di un comune.",
        "Per dodici anni ho diretto cantieri per una ditta elettrica.",
        "Insegno attività manuali e informatica alle scuole medie.",
        "Di mestiere progetto riscaldamenti, la sera li spiego.",
        "Lavoro in ferrovia a turni e per questo ho tempo anche di giorno.",
        "Dopo anni nelle cure, oggi lavoro nella tecnica di un ospedale.",
        "Gestisco una piccola officina di biciclette e riparo tutto ciò che ha una spina.",
        "Vengo dalle telecomunicazioni e ho attivato centinaia di collegamenti.",
        "Lavoro in una biblioteca, dove aiuto ogni giorno con telefoni e e-mail.",
      ],
      retired: [
        "Fino alla pensione ho lavorato trent’anni all’azienda elettrica.",
        "Ho passato la vita professionale nella telefonia, dal rame alla fibra.",
        "Dopo quarant’anni nell’industria sono in pensione da poco.",
        "Ho insegnato alle elementari e mi piace ancora spiegare.",
        "Una volta mi occupavo di manutenzione dei riscaldamenti, oggi consiglio senza cassetta degli attrezzi.",
        "Prima della pensione ho lavorato nell’informatica di una banca.",
      ],
    },
    why: [
      "Aiuto perché una buona chiacchierata vale più di qualsiasi manuale.",
      "Mi piace quando alla fine tutti capiscono che cosa è successo.",
      "Nel nostro quartiere ci si conosce, e deve restare così.",
      "I miei genitori sono stati contenti di ricevere aiuto, ora lo do io.",
      "So quanto si può aspettare al telefono.",
      "La tecnica è per tutti, anche per chi non ci è cresciuto.",
      "È bello quando un piccolo problema sparisce in un’ora.",
      "A ogni visita conosco qualcuno che non avrei mai incontrato.",
      "Chi chiede merita una risposta onesta, senza niente da vendere.",
    ],
    whyFor: {
      energy: [
        "Piccoli cambiamenti fanno spesso risparmiare più di quanto si creda, lo mostro volentieri con il misuratore.",
        "Risparmiare energia non vuol dire avere freddo, ma regolare bene.",
        "A casa mia ho ridotto i consumi di un terzo.",
        "Il miglior chilowattora è quello che non serve a nessuno.",
      ],
      connectivity: [
        "Un Wi-Fi che funziona e basta rende la vita più facile.",
        "Il momento che preferisco è la prima videochiamata riuscita.",
        "Non configuro soltanto, mostro anche come fare da soli.",
        "Anche l’apparecchio più testardo ha un motivo, e mi piace trovarlo.",
      ],
    },
    hobby: {
      any: [
        "Nel tempo libero sono quasi sempre in montagna.",
        "Nel fine settimana mi si incontra in bicicletta.",
        "Canto anche in un coro.",
        "Il mio orto mi tiene in forma.",
        "Mi piace cucinare, soprattutto per tante persone.",
        "D’estate nuoto nel lago, d’inverno faccio sci di fondo.",
        "Riparo vecchie radio, e le ascolto.",
        "Due volte al mese aiuto al Caffè riparazione.",
      ],
      young: ["La sera gioco a unihockey.", "Appena posso vado ad arrampicare."],
      middle: ["Con due figli da noi non ci si annoia mai.", "Seguo le giovanili della squadra del paese."],
      retired: ["I miei quattro nipoti mi tengono al passo.", "Ogni martedì cammino con un gruppo del quartiere."],
    },
    way: [
      "Mi prendo il tempo e parlo chiaro.",
      "Da me si può chiedere tutto, anche due volte.",
      "Alla fine scrivo che cosa abbiamo fatto.",
      "Arrivo in orario e non ho mai fretta.",
      "Se una cosa non la so fare, lo dico, e troviamo qualcuno.",
      "Naturalmente mi tolgo le scarpe.",
      "Spiego finché è tutto chiaro.",
    ],
  },
};

const stages: Stage[] = ["young", "middle", "middle", "retired", "retired"];
const shapes = ["before-why", "before-why-hobby", "before-hobby-way", "before-why-way", "before-why-hobby-way", "before-why-hobby"] as const;

/** Two to four sentences in the helper's own words; no sentence shows whether a woman or a man wrote it. */
export const biography = (pick: Pick, region: Region, category: "energy" | "connectivity"): string => {
  const words = parts[region];
  const stage = pick(stages);
  const shape: string = pick(shapes);
  const sentences = [
    pick(words.before[stage]),
    shape.includes("why") ? pick([...words.why, ...words.whyFor[category]]) : "",
    shape.includes("hobby") ? pick([...words.hobby.any, ...words.hobby[stage]]) : "",
    shape.includes("way") ? pick(words.way) : "",
  ];
  return sentences.filter(Boolean).join(" ");
};

export const biographyParts = parts;

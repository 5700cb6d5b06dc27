import type { Words } from "#app/domain/kernel/words.ts";
import { w } from "./write.ts";

/** A page that staff can edit later; the body is plain Markdown: ## headings, paragraphs and lists. */
export type PageContent = { slug: "imprint" | "privacy" | "terms" | "certification"; title: Words; body: Words };

const imprint: PageContent = {
  slug: "imprint",
  title: w("Impressum", "Mentions légales", "Impressum", "Imprint"),
  body: w(
    `Diese Seite gehört zu einer Vorführung. Die Werke Lindensteg AG gibt es nicht, und niemand kann hier wirklich bestellen.

## Anbieterin

Werke Lindensteg AG
Stegmattweg 1
9999 Lindensteg
Schweiz

Telefon 0800 000 000 (Vorführung, nicht in Betrieb)
E-Mail hilfe@lindensteg.example

## Angaben

- Unternehmensnummer: CHE-000.000.000 (erfunden)
- Vertreten durch die Geschäftsleitung
- Mehrwertsteuer: CHE-000.000.000 MWST (erfunden)

## Verantwortung für Inhalte

Die Texte der Angebote schreiben die Helferinnen und Helfer selbst. Wir prüfen Meldungen und entfernen, was gegen die Regeln verstösst. Schreiben Sie uns, wenn Ihnen etwas auffällt.`,
    `Cette page fait partie d’une démonstration. La société Werke Lindensteg AG n’existe pas et personne ne peut réellement commander ici.

## Prestataire

Werke Lindensteg AG
Stegmattweg 1
9999 Lindensteg
Suisse

Téléphone 0800 000 000 (démonstration, hors service)
E-mail hilfe@lindensteg.example

## Indications

- Numéro d’entreprise : CHE-000.000.000 (inventé)
- Représentée par la direction
- TVA : CHE-000.000.000 TVA (inventé)

## Responsabilité des contenus

Les aides rédigent elles-mêmes leurs offres. Nous examinons les signalements et retirons ce qui enfreint les règles. Écrivez-nous si quelque chose vous frappe.`,
    `Questa pagina fa parte di una dimostrazione. La società Werke Lindensteg AG non esiste e qui nessuno può ordinare davvero.

## Fornitrice

Werke Lindensteg AG
Stegmattweg 1
9999 Lindensteg
Svizzera

Telefono 0800 000 000 (dimostrazione, non attivo)
E-mail hilfe@lindensteg.example

## Indicazioni

- Numero d’impresa: CHE-000.000.000 (inventato)
- Rappresentata dalla direzione
- IVA: CHE-000.000.000 IVA (inventato)

## Responsabilità dei contenuti

Chi aiuta scrive da sé i testi delle proprie offerte. Esaminiamo le segnalazioni e rimuoviamo ciò che viola le regole. Ci scriva se nota qualcosa.`,
    `This page is part of a demonstration. Werke Lindensteg AG does not exist, and nobody can really order here.

## Provider

Werke Lindensteg AG
Stegmattweg 1
9999 Lindensteg
Switzerland

Telephone 0800 000 000 (demonstration, not in service)
E-mail hilfe@lindensteg.example

## Details

- Company number: CHE-000.000.000 (invented)
- Represented by the management
- VAT: CHE-000.000.000 MWST (invented)

## Responsibility for content

Helpers write the texts of their own listings. We look into reports and remove what breaks the rules. Write to us if something strikes you.`,
  ),
};

const privacy: PageContent = {
  slug: "privacy",
  title: w("Datenschutz", "Protection des données", "Protezione dei dati", "Privacy"),
  body: w(
    `## Wer verantwortlich ist

Verantwortlich für Ihre Daten ist die Werke Lindensteg AG, Stegmattweg 1, 9999 Lindensteg. Fragen zum Datenschutz beantworten wir unter hilfe@lindensteg.example oder am Telefon 0800 000 000.

## Welche Daten wir brauchen und wozu

- Name, E-Mail, Mobilnummer: damit wir Ihnen den Termin bestätigen und Sie erreichen.
- Adresse und Angaben zur besuchten Person: damit der Einsatz stattfinden kann.
- Ihr Anliegen, Antworten, Fotos und Nachrichten: damit die Helferin oder der Helfer vorbereitet kommt.
- Bericht, Bewertung und Rückmeldung: damit wir die Qualität prüfen können.
- Zahlungsangaben: Beträge und Belege. Kartennummern sehen wir nie.
- Bei Helferinnen und Helfern zusätzlich: Profil, Nachweise, Zertifikate, Verfügbarkeit und Auszahlungen.

Rechtsgrundlage ist der Vertrag mit Ihnen, unser Interesse an sicherer und guter Hilfe oder Ihre Einwilligung, die Sie jederzeit zurücknehmen können.

## Wer Ihre Daten sieht

- Ihre genaue Adresse sehen nur die Person, deren Einsatz bestätigt ist, und die Mitarbeitenden, die sie für ihre Arbeit brauchen.
- Auf der Karte steht von Helferinnen und Helfern nie die genaue Adresse, sondern ein verschobener Punkt.
- Der Zahlungsdienst Stripe erhält, was er für die Zahlung braucht.
- Wir verkaufen keine Daten und zeigen keine Werbung.

## In welchen Ländern

Wir speichern Ihre Daten in der Schweiz. Unser Zahlungsdienst bearbeitet Zahlungen in Irland und in den USA. Für die USA stützt er sich auf anerkannte Garantien wie Standardvertragsklauseln oder eine Zertifizierung im Datenschutzrahmen zwischen der Schweiz und den USA.

## Wie lange wir sie behalten

- Die Besuchsadresse machen wir 90 Tage nach Abschluss unkenntlich, später nur, solange ein Anliegen oder Streit offen ist.
- Fotos und Nachrichten löschen wir zusammen mit Ihrem Konto oder auf Ihren Wunsch früher.
- Belege bewahren wir 10 Jahre auf, weil das Gesetz es verlangt. Nur die Buchhaltung öffnet dieses Archiv.

## Cookies

Wir setzen nur Cookies, die für die Anmeldung und die Buchung nötig sind. Darum gibt es keinen Hinweisbalken.

## Ihre Rechte

Sie können Ihre Daten in Ihrem Konto ansehen, berichtigen, mitnehmen und löschen. Sie können einer Bearbeitung widersprechen. Sind Sie nicht einverstanden, wenden Sie sich an uns oder an den Eidgenössischen Datenschutz- und Öffentlichkeitsbeauftragten (EDÖB).

## Anwendbares Recht

Es gilt das Schweizer Datenschutzgesetz (DSG).`,
    `## Qui est responsable

Werke Lindensteg AG, Stegmattweg 1, 9999 Lindensteg, est responsable de vos données. Nous répondons à vos questions à hilfe@lindensteg.example ou au 0800 000 000.

## Quelles données et pourquoi

- Nom, e-mail, numéro de mobile : pour confirmer le rendez-vous et vous joindre.
- Adresse et indications sur la personne visitée : pour que l’intervention puisse avoir lieu.
- Votre demande, vos réponses, photos et messages : pour que l’aide arrive préparée.
- Rapport, évaluation et retour : pour contrôler la qualité.
- Données de paiement : montants et reçus. Nous ne voyons jamais les numéros de carte.
- Pour les aides, en plus : profil, justificatifs, certificats, disponibilités et versements.

La base juridique est le contrat avec vous, notre intérêt à une aide sûre et de qualité, ou votre consentement, que vous pouvez retirer en tout temps.

## Qui voit vos données

- Votre adresse exacte n’est visible que pour la personne dont l’intervention est confirmée et pour le personnel qui en a besoin.
- La carte n’affiche jamais l’adresse exacte des aides, mais un point déplacé.
- Le service de paiement Stripe reçoit ce qu’il lui faut pour le paiement.
- Nous ne vendons pas de données et n’affichons pas de publicité.

## Dans quels pays

Nous conservons vos données en Suisse. Notre service de paiement traite les paiements en Irlande et aux États-Unis. Pour les États-Unis, il s’appuie sur des garanties reconnues, comme des clauses contractuelles types ou une certification selon le cadre de protection des données entre la Suisse et les États-Unis.

## Combien de temps

- L’adresse de la visite est rendue illisible 90 jours après la clôture, plus tard seulement tant qu’un cas ou un litige est ouvert.
- Photos et messages sont effacés avec votre compte, ou plus tôt si vous le souhaitez.
- Les reçus sont conservés 10 ans, comme la loi l’exige. Seule la comptabilité ouvre ces archives.

## Cookies

Nous n’utilisons que les cookies nécessaires à la connexion et à la réservation. C’est pourquoi il n’y a pas de bandeau.

## Vos droits

Dans votre compte, vous pouvez consulter, corriger, emporter et effacer vos données. Vous pouvez vous opposer à un traitement. En cas de désaccord, adressez-vous à nous ou au Préposé fédéral à la protection des données et à la transparence (PFPDT).

## Droit applicable

La loi suisse sur la protection des données (LPD) s’applique.`,
    `## Chi è responsabile

Responsabile dei suoi dati è Werke Lindensteg AG, Stegmattweg 1, 9999 Lindensteg. Rispondiamo alle domande all’indirizzo hilfe@lindensteg.example o al numero 0800 000 000.

## Quali dati e perché

- Nome, e-mail, numero di cellulare: per confermare l’appuntamento e contattarla.
- Indirizzo e indicazioni sulla persona visitata: perché l’intervento possa avvenire.
- La sua richiesta, risposte, foto e messaggi: perché chi aiuta possa prepararsi.
- Rapporto, valutazione e riscontro: per controllare la qualità.
- Dati di pagamento: importi e ricevute. Non vediamo mai i numeri di carta.
- Per chi aiuta, inoltre: profilo, documenti, certificati, disponibilità e versamenti.

La base giuridica è il contratto con lei, il nostro interesse a un aiuto sicuro e di qualità, o il suo consenso, che può revocare in ogni momento.

## Chi vede i suoi dati

- Il suo indirizzo esatto è visibile solo alla persona il cui intervento è confermato e al personale che ne ha bisogno.
- La mappa non mostra mai l’indirizzo esatto di chi aiuta, ma un punto spostato.
- Il servizio di pagamento Stripe riceve quanto serve al pagamento.
- Non vendiamo dati e non mostriamo pubblicità.

## In quali Paesi

Conserviamo i suoi dati in Svizzera. Il nostro servizio di pagamento tratta i pagamenti in Irlanda e negli Stati Uniti. Per gli Stati Uniti si basa su garanzie riconosciute, come clausole contrattuali tipo o una certificazione secondo il quadro sulla protezione dei dati tra la Svizzera e gli Stati Uniti.

## Per quanto tempo

- L’indirizzo della visita viene reso illeggibile 90 giorni dopo la chiusura, più tardi solo finché un caso o una controversia è aperta.
- Foto e messaggi sono cancellati con il suo conto, o prima se lo desidera.
- Le ricevute sono conservate 10 anni, come vuole la legge. Solo la contabilità apre questo archivio.

## Cookie

Usiamo solo i cookie necessari per l’accesso e la prenotazione. Per questo non c’è alcun avviso.

## I suoi diritti

Nel suo conto può vedere, correggere, portare con sé e cancellare i suoi dati. Può opporsi a un trattamento. Se non è d’accordo, si rivolga a noi o all’Incaricato federale della protezione dei dati e della trasparenza (IFPDT).

## Diritto applicabile

Si applica la legge svizzera sulla protezione dei dati (LPD).`,
    `## Who is responsible

Werke Lindensteg AG, Stegmattweg 1, 9999 Lindensteg, is the controller of your data. We answer questions at hilfe@lindensteg.example or on 0800 000 000.

## Which data, and what for

- Name, e-mail, mobile number: to confirm your appointment and reach you.
- Address and details of the person visited: so that the visit can take place.
- Your concern, answers, photos and messages: so that the helper comes prepared.
- Report, review and feedback: so that we can check quality.
- Payment details: amounts and receipts. We never see card numbers.
- For helpers also: profile, evidence, certificates, availability and payouts.

The legal basis is the contract with you, our interest in safe and good help, or your consent, which you may withdraw at any time.

## Who sees your data

- Your exact address is seen only by the person whose visit is confirmed and by staff who need it for their work.
- The map never shows a helper’s exact address, only a displaced point.
- The payment service Stripe receives what it needs for the payment.
- We sell no data and show no advertising.

## In which countries

We keep your data in Switzerland. Our payment service processes payments in Ireland and the USA. For the USA it relies on recognised safeguards such as standard contractual clauses or a certification under the data privacy framework between Switzerland and the USA.

## How long we keep it

- The visit address is blurred 90 days after closing, later only while a case or dispute is open.
- Photos and messages are deleted with your account, or earlier if you wish.
- Receipts are kept for 10 years, because the law asks for it. Only finance opens that archive.

## Cookies

We set only the cookies that signing in and booking need. That is why there is no banner.

## Your rights

In your account you can see, correct, take along and delete your data. You may object to processing. If you disagree, turn to us or to the Federal Data Protection and Information Commissioner (FDPIC).

## Applicable law

The Swiss Federal Act on Data Protection (FADP) applies.`,
  ),
};

const terms: PageContent = {
  slug: "terms",
  title: w("Nutzungsbedingungen", "Conditions d’utilisation", "Condizioni d’uso", "Terms of use"),
  body: w(
    `## Wer mit wem einen Vertrag hat

Wir vermitteln. Der Vertrag über die Hilfe entsteht zwischen Ihnen und der Helferin oder dem Helfer; wir nehmen die Zahlung in deren Namen entgegen. Beim Profi-Service sind wir selbst Ihre Vertragspartei. Vor der Buchung steht immer, was gilt. Wer bucht oder hilft, ist mindestens 18 Jahre alt, und beim Einsatz ist eine erwachsene Person anwesend.

## Preis

Der angezeigte Preis ist der ganze Preis, Weg und Steuern eingeschlossen. Zusatzarbeit oder Material gibt es nur mit Ihrem Einverständnis auf Ihrem Bildschirm und höchstens CHF 100 pro Einsatz. Bargeld wird nie verlangt.

## Zahlung

Mit Karte reservieren wir den Betrag, wenn der Einsatz höchstens 4 Tage entfernt ist; belastet wird nach dem Bericht. Bei TWINT und bei späteren Einsätzen wird sofort belastet und, wenn nötig, zurückerstattet.

## Absagen

- Kostenlos, solange die Anfrage unbeantwortet ist, in den ersten 30 Minuten nach der Buchung und bis 24 Stunden vor dem Termin.
- Danach bis zu 50 % des Preises, unter 4 Stunden oder bei Abwesenheit bis zu 100 %, höchstens CHF 60. Ist der Schaden kleiner, zahlen Sie weniger.
- Einmal im Jahr ist eine Absage wegen Krankheit kostenlos.
- Sagt die Helferin oder der Helfer ab, erhalten Sie alles zurück. Wir bieten Ihnen Ersatz an.

## Garantie

Taucht das Problem innert 14 Tagen wieder auf, kommt dieselbe Person kostenlos nochmals. Wurde es nicht gelöst, wählen Sie: Nachbesserung, eine andere Person oder den Profi-Service zum vereinbarten Preis.

## Versicherung

Schäden beim Einsatz deckt unsere Haftpflichtversicherung bis CHF 5 Mio., ohne Selbstbehalt für Sie und für die Helferin oder den Helfer. Nicht gedeckt sind Abnützung und Schäden, die schon vorher da waren. Melden Sie einen Schaden so rasch wie möglich auf der Buchungsseite oder am Telefon.

## Was Helferinnen und Helfer nicht tun

Sie arbeiten nicht an fest installierten Leitungen, Leuchten, Schaltern oder Gas, stehen nie höher als 1 m und fragen nie nach Passwörtern.

## Bewertungen

Bewerten kann nur, wer wirklich Hilfe hatte. Wir entfernen keine Bewertung, weil sie schlecht ist.

## Recht

Es gilt Schweizer Recht. Zwingende Rechte von Konsumentinnen und Konsumenten bleiben bestehen. Reden Sie zuerst mit uns; danach ist das Gericht an Ihrem Wohnsitz zuständig.`,
    `## Qui conclut un contrat avec qui

Nous sommes intermédiaires. Le contrat d’aide est conclu entre vous et la personne qui vous aide ; nous encaissons le paiement en son nom. Pour le service professionnel, nous sommes nous-mêmes votre partie au contrat. Avant la réservation, il est toujours indiqué ce qui s’applique. Qui réserve ou aide a au moins 18 ans, et une personne adulte est présente lors de l’intervention.

## Prix

Le prix affiché est le prix total, trajet et taxes compris. Un travail ou du matériel supplémentaire n’est possible qu’avec votre accord sur votre écran, et pour CHF 100 au plus par intervention. Jamais d’argent liquide.

## Paiement

Par carte, nous réservons le montant si l’intervention a lieu dans les 4 jours ; le débit suit le rapport. Avec TWINT et pour les interventions plus lointaines, le débit est immédiat et, au besoin, remboursé.

## Annulation

- Gratuite tant que la demande est sans réponse, dans les 30 minutes qui suivent la réservation et jusqu’à 24 heures avant le rendez-vous.
- Ensuite jusqu’à 50 % du prix, à moins de 4 heures ou en cas d’absence jusqu’à 100 %, au plus CHF 60. Si le dommage est moindre, vous payez moins.
- Une fois par an, une annulation pour maladie est gratuite.
- Si l’aide annule, tout vous est rendu. Nous vous proposons un remplacement.

## Garantie

Si le problème réapparaît dans les 14 jours, la même personne revient gratuitement. S’il n’a pas été résolu, vous choisissez : une reprise, une autre personne ou le service professionnel au prix convenu.

## Assurance

Notre assurance responsabilité civile couvre les dommages causés pendant l’intervention jusqu’à CHF 5 mio, sans franchise pour vous ni pour l’aide. L’usure et les dommages antérieurs ne sont pas couverts. Annoncez un dommage dès que possible sur la page de réservation ou par téléphone.

## Ce que les aides ne font pas

Les aides n’interviennent pas sur les installations fixes, luminaires, interrupteurs ou gaz, ne montent jamais à plus de 1 m et ne demandent jamais de mot de passe.

## Évaluations

Seules les personnes qui ont reçu de l’aide peuvent évaluer. Nous ne retirons jamais une évaluation parce qu’elle est négative.

## Droit

Le droit suisse s’applique. Les droits impératifs des consommatrices et consommateurs demeurent. Parlez-nous d’abord ; ensuite, le tribunal de votre domicile est compétent.`,
    `## Chi conclude un contratto con chi

Noi facciamo da intermediari. Il contratto di aiuto nasce tra lei e l’aiutante; incassiamo il pagamento a suo nome. Per il servizio professionale siamo noi la sua parte contraente. Prima della prenotazione è sempre indicato che cosa vale. Chi prenota o aiuta ha almeno 18 anni e durante l’intervento è presente una persona adulta.

## Prezzo

Il prezzo indicato è il prezzo completo, viaggio e imposte compresi. Lavoro o materiale supplementare è possibile solo con il suo consenso sul suo schermo e per CHF 100 al massimo per intervento. Mai denaro contante.

## Pagamento

Con la carta riserviamo l’importo se l’intervento avviene entro 4 giorni; l’addebito segue il rapporto. Con TWINT e per interventi più lontani l’addebito è immediato e, se necessario, viene rimborsato.

## Disdetta

- Gratuito finché la richiesta è senza risposta, nei 30 minuti dopo la prenotazione e fino a 24 ore prima dell’appuntamento.
- Poi fino al 50 % del prezzo, a meno di 4 ore o in caso di assenza fino al 100 %, al massimo CHF 60. Se il danno è minore, paga meno.
- Una volta all’anno la disdetta per malattia è gratuita.
- Se disdice l’aiutante, riceve tutto indietro. Le proponiamo un’alternativa.

## Garanzia

Se il problema si ripresenta entro 14 giorni, la stessa persona torna gratuitamente. Se non è stato risolto, sceglie lei: un secondo intervento, un’altra persona o il servizio professionale al prezzo concordato.

## Assicurazione

La nostra responsabilità civile copre i danni causati durante l’intervento fino a CHF 5 mio, senza franchigia per lei né per l’aiutante. Usura e danni preesistenti non sono coperti. Annunci un danno al più presto sulla pagina della prenotazione o per telefono.

## Che cosa non fa chi aiuta

Chi aiuta non lavora su impianti fissi, lampade, interruttori o gas, non sale mai oltre 1 m e non chiede mai password.

## Valutazioni

Può valutare solo chi ha davvero ricevuto aiuto. Non rimuoviamo mai una valutazione perché negativa.

## Diritto

Si applica il diritto svizzero. Restano salvi i diritti imperativi delle consumatrici e dei consumatori. Parli prima con noi; in seguito è competente il tribunale del suo domicilio.`,
    `## Who has a contract with whom

We are the go-between. The contract for the help is between you and the helper; we collect the payment in the helper’s name. For the professional service, we ourselves are your contract partner. What applies is always said before you book. Whoever books or helps is at least 18 years old, and an adult is present at the visit.

## Price

The price shown is the whole price, travel and taxes included. Extra work or material is possible only with your consent on your own screen and for at most CHF 100 a visit. Cash is never asked for.

## Payment

By card, we reserve the amount if the visit is at most 4 days ahead; it is debited after the report. With TWINT, and for later visits, the amount is debited at once and refunded where needed.

## Cancelling

- Free while the request is unanswered, for the first 30 minutes after booking, and until 24 hours before the appointment.
- After that up to 50 % of the price, under 4 hours or when nobody is there up to 100 %, at most CHF 60. If the loss is smaller, you pay less.
- Once a year, cancelling because of illness is free.
- If the helper cancels, you get everything back. We offer you a replacement.

## Guarantee

If the problem comes back within 14 days, the same person returns free of charge. If it was not solved, you choose: a second visit, another person or the professional service at the price agreed.

## Insurance

Our liability insurance covers damage during the visit up to CHF 5 million, with no excess for you or the helper. Wear and damage that was there before are not covered. Report damage as soon as you can on the booking page or by telephone.

## What helpers do not do

They do not work on fixed wiring, luminaires, switches or gas, never stand higher than 1 m and never ask for passwords.

## Reviews

Only people who really had help can review. We never remove a review because it is negative.

## Law

Swiss law applies. Mandatory consumer rights remain. Talk to us first; after that, the court at your home is competent.`,
  ),
};

const certification: PageContent = {
  slug: "certification",
  title: w("So zertifizieren wir", "Comment nous certifions", "Come certifichiamo", "How we certify"),
  body: w(
    `Wer bei uns hilft, hat gezeigt, dass sie oder er es kann. Das Zertifikat gilt für bestimmte Dienstleistungen und 24 Monate lang.

## Vorher

1. **Ausweis und Adresse.** Wir prüfen einen amtlichen Ausweis. Ein Brief mit einem Code bestätigt die Adresse.
2. **Verhaltensregeln.** Keine Passwörter, kein Bargeld, nichts verkaufen, Grenzen einhalten.
3. **Lernen und Prüfung.** Kurze Lektionen, danach ein Test mit zufälligen Fragen.
4. **Einsatz mit Begleitung.** Eine erfahrene Person geht mit und beurteilt.
5. **Gespräch.** Am Schluss entscheidet ein Mensch, nicht ein Programm.

## Am Anfang

Die ersten fünf Einsätze sind eine Probezeit. Wir schauen genau hin und bezahlen erst aus, wenn das Problem gelöst ist.

## Danach

Nach jedem Einsatz fragen wir Sie: Gelöst? Richtig gemacht? Nach sieben Tagen: Hält es noch? Dazu prüft eine Fachperson eine Stichprobe der Berichte. Zu jeder Zahl sagen wir, auf wie vielen Einsätzen sie beruht.

## Selber prüfen

Jedes Zertifikat hat eine Nummer und eine öffentliche Seite. Dort steht, ob es gilt. Am Eingang nennen beide einen Code mit vier Ziffern: So wissen Sie, dass die richtige Person da ist.`,
    `Qui aide chez nous a montré ses compétences. Le certificat vaut pour des services précis et pour 24 mois.

## Avant

1. **Identité et adresse.** Nous vérifions une pièce d’identité officielle. Une lettre avec un code confirme l’adresse.
2. **Règles de conduite.** Pas de mots de passe, pas d’argent liquide, rien à vendre, respect des limites.
3. **Formation et examen.** De courtes leçons, puis un test aux questions tirées au hasard.
4. **Intervention accompagnée.** Une personne expérimentée vient aussi et évalue.
5. **Entretien.** À la fin, c’est un être humain qui décide, pas un programme.

## Au début

Les cinq premières interventions sont une période d’essai. Nous regardons de près et ne versons l’argent qu’une fois le problème résolu.

## Ensuite

Après chaque intervention, nous vous demandons : est-ce résolu ? est-ce bien fait ? Après sept jours : cela tient-il toujours ? De plus, une personne spécialisée contrôle un échantillon de rapports. Pour chaque chiffre, nous disons sur combien d’interventions il repose.

## Vérifier soi-même

Chaque certificat a un numéro et une page publique qui dit s’il est valable. À la porte, chacun annonce un code à quatre chiffres : vous savez ainsi que la bonne personne est là.`,
    `Chi aiuta da noi ha dimostrato di saperlo fare. Il certificato vale per servizi precisi e per 24 mesi.

## Prima

1. **Identità e indirizzo.** Verifichiamo un documento ufficiale. Una lettera con un codice conferma l’indirizzo.
2. **Regole di comportamento.** Niente password, niente contanti, niente vendite, rispetto dei limiti.
3. **Formazione ed esame.** Brevi lezioni, poi un test con domande a caso.
4. **Intervento accompagnato.** Una persona esperta partecipa e valuta.
5. **Colloquio.** Alla fine decide una persona, non un programma.

## All’inizio

I primi cinque interventi sono un periodo di prova. Guardiamo da vicino e versiamo il compenso solo quando il problema è risolto.

## Dopo

Dopo ogni intervento le chiediamo: è risolto? È stato fatto bene? Dopo sette giorni: tiene ancora? Inoltre una persona specializzata controlla un campione di rapporti. Per ogni cifra diciamo su quanti interventi si basa.

## Verificare da sé

Ogni certificato ha un numero e una pagina pubblica che dice se è valido. Alla porta entrambi indicano un codice di quattro cifre: così sa che è arrivata la persona giusta.`,
    `Whoever helps with us has shown that they can do it. The certificate is for particular services and lasts 24 months.

## Before

1. **Identity and address.** We check an official identity document. A letter with a code confirms the address.
2. **Code of conduct.** No passwords, no cash, no selling, respect for limits.
3. **Learning and test.** Short lessons, then a test with random questions.
4. **Accompanied visit.** An experienced person comes along and assesses.
5. **Interview.** In the end a person decides, not a program.

## At the start

The first five visits are a probation. We look closely and pay out only when the problem is solved.

## Afterwards

After each visit we ask you: solved? Done right? After seven days: does it still hold? In addition, an expert checks a sample of the reports. With every figure we say how many visits it rests on.

## Check for yourself

Every certificate has a number and a public page that says whether it is valid. At the door, both of you name a four-digit code: so you know that the right person is there.`,
  ),
};

export const pages: PageContent[] = [imprint, privacy, terms, certification];

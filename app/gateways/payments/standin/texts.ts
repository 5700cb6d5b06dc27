import type { Locale } from "#app/domain/kernel/words.ts";

/** What the play-money pages say. German by default, Swiss usage. */
export const playTexts: Record<Locale, {
  mark: string;
  markLong: string;
  pay: string;
  total: string;
  receipt: string;
  reference: string;
  choose: string;
  reserveNote: string;
  debitNote: string;
  card: string;
  cardHold: string;
  cardHint: string;
  twint: string;
  twintHint: string;
  bank: string;
  bankHint: string;
  refusedCard: string;
  refusedHint: string;
  back: string;
  declined: string;
  notConfirmed: string;
  done: string;
  doneText: string;
  expired: string;
  expiredText: string;
  onward: string;
  bankTitle: string;
  bankText: string;
  confirm: string;
  refuse: string;
  unknown: string;
  unknownText: string;
  payoutTitle: string;
  payoutText: string;
  payoutDo: string;
  payoutDone: string;
  later: string;
  account: string;
}> = {
  de: {
    mark: "Spielgeld – Demo",
    markLong: "Diese Seite steht anstelle von Stripe. Es fliesst kein Geld.",
    pay: "Bezahlen",
    total: "Betrag",
    receipt: "Quittung an",
    reference: "Referenz",
    choose: "Wie möchten Sie bezahlen?",
    reserveNote: "Auf der Karte wird der Betrag nur reserviert. TWINT belastet ihn sofort.",
    debitNote: "Der Betrag wird sofort belastet.",
    card: "Mit Karte bezahlen",
    cardHold: "Auf Karte reservieren",
    cardHint: "Karte 4242, geht durch",
    twint: "Mit TWINT bezahlen",
    twintHint: "geht durch, sofort belastet",
    bank: "Karte mit Bestätigung der Bank",
    bankHint: "3-D Secure: die Bank fragt nach",
    refusedCard: "Karte, die abgelehnt wird",
    refusedHint: "zeigt, was bei einer Ablehnung geschieht",
    back: "Zurück, ohne zu bezahlen",
    declined: "Die Karte wurde abgelehnt. Es wurde nichts belastet. Wählen Sie eine andere Zahlungsart.",
    notConfirmed: "Die Bestätigung bei der Bank ist nicht erfolgt. Es wurde nichts belastet. Versuchen Sie es noch einmal oder wählen Sie eine andere Zahlungsart.",
    done: "Schon bezahlt",
    doneText: "Diese Zahlung ist abgeschlossen.",
    expired: "Zeit abgelaufen",
    expiredText: "Diese Zahlungsseite gilt nicht mehr. Es wurde nichts belastet.",
    onward: "Weiter",
    bankTitle: "Ihre Bank fragt nach",
    bankText: "Bestätigen Sie die Zahlung, wie in der App Ihrer Bank.",
    confirm: "Zahlung bestätigen",
    refuse: "Nicht bestätigen",
    unknown: "Seite nicht gefunden",
    unknownText: "Diese Adresse gehört zu keiner Zahlung.",
    payoutTitle: "Konto für Auszahlungen",
    payoutText: "Hier würden Sie Ihre Angaben und Ihre IBAN bei Stripe hinterlegen. In der Demo genügt ein Klick.",
    payoutDo: "Angaben bestätigen",
    payoutDone: "Das Konto ist eingerichtet.",
    later: "Später",
    account: "Konto von",
  },
  fr: {
    mark: "Argent fictif – démo",
    markLong: "Cette page remplace celle de Stripe. Aucun argent ne circule.",
    pay: "Paiement",
    total: "Montant",
    receipt: "Quittance à",
    reference: "Référence",
    choose: "Comment souhaitez-vous payer ?",
    reserveNote: "Sur la carte, le montant est seulement réservé. TWINT le débite tout de suite.",
    debitNote: "Le montant est débité tout de suite.",
    card: "Payer par carte",
    cardHold: "Réserver sur la carte",
    cardHint: "carte 4242, acceptée",
    twint: "Payer avec TWINT",
    twintHint: "accepté, débité tout de suite",
    bank: "Carte avec confirmation de la banque",
    bankHint: "3-D Secure : la banque demande confirmation",
    refusedCard: "Carte refusée",
    refusedHint: "montre ce qui se passe en cas de refus",
    back: "Retour sans payer",
    declined: "La carte a été refusée. Rien n'a été débité. Choisissez un autre moyen de paiement.",
    notConfirmed: "La confirmation auprès de la banque n'a pas eu lieu. Rien n'a été débité. Réessayez ou choisissez un autre moyen de paiement.",
    done: "Déjà payé",
    doneText: "Ce paiement est terminé.",
    expired: "Délai écoulé",
    expiredText: "Cette page de paiement n'est plus valable. Rien n'a été débité.",
    onward: "Continuer",
    bankTitle: "Votre banque demande confirmation",
    bankText: "Confirmez le paiement comme dans l'application de votre banque.",
    confirm: "Confirmer le paiement",
    refuse: "Ne pas confirmer",
    unknown: "Page introuvable",
    unknownText: "Cette adresse ne correspond à aucun paiement.",
    payoutTitle: "Compte pour les versements",
    payoutText: "Ici, vous indiqueriez vos coordonnées et votre IBAN à Stripe. Dans la démo, un clic suffit.",
    payoutDo: "Confirmer les données",
    payoutDone: "Le compte est prêt.",
    later: "Plus tard",
    account: "Compte de",
  },
  it: {
    mark: "Denaro fittizio – demo",
    markLong: "Questa pagina sostituisce quella di Stripe. Non circola denaro.",
    pay: "Pagamento",
    total: "Importo",
    receipt: "Ricevuta a",
    reference: "Riferimento",
    choose: "Come desidera pagare?",
    reserveNote: "Sulla carta l'importo viene solo riservato. TWINT lo addebita subito.",
    debitNote: "L'importo viene addebitato subito.",
    card: "Pagare con la carta",
    cardHold: "Riservare sulla carta",
    cardHint: "carta 4242, accettata",
    twint: "Pagare con TWINT",
    twintHint: "accettato, addebitato subito",
    bank: "Carta con conferma della banca",
    bankHint: "3-D Secure: la banca chiede conferma",
    refusedCard: "Carta rifiutata",
    refusedHint: "mostra che cosa succede in caso di rifiuto",
    back: "Indietro senza pagare",
    declined: "La carta è stata rifiutata. Non è stato addebitato nulla. Scelga un altro mezzo di pagamento.",
    notConfirmed: "La conferma presso la banca non è avvenuta. Non è stato addebitato nulla. Riprovi o scelga un altro mezzo di pagamento.",
    done: "Già pagato",
    doneText: "Questo pagamento è concluso.",
    expired: "Tempo scaduto",
    expiredText: "Questa pagina di pagamento non è più valida. Non è stato addebitato nulla.",
    onward: "Continuare",
    bankTitle: "La Sua banca chiede conferma",
    bankText: "Confermi il pagamento come nell'app della Sua banca.",
    confirm: "Confermare il pagamento",
    refuse: "Non confermare",
    unknown: "Pagina non trovata",
    unknownText: "Questo indirizzo non appartiene a nessun pagamento.",
    payoutTitle: "Conto per i versamenti",
    payoutText: "Qui indicherebbe i Suoi dati e il Suo IBAN a Stripe. Nella demo basta un clic.",
    payoutDo: "Confermare i dati",
    payoutDone: "Il conto è pronto.",
    later: "Più tardi",
    account: "Conto di",
  },
  en: {
    mark: "Play money – demo",
    markLong: "This page stands in for Stripe. No money moves.",
    pay: "Payment",
    total: "Amount",
    receipt: "Receipt to",
    reference: "Reference",
    choose: "How would you like to pay?",
    reserveNote: "On a card, the amount is only reserved. TWINT debits it at once.",
    debitNote: "The amount is debited at once.",
    card: "Pay by card",
    cardHold: "Reserve on card",
    cardHint: "card 4242, goes through",
    twint: "Pay with TWINT",
    twintHint: "goes through, debited at once",
    bank: "Card with the bank's confirmation",
    bankHint: "3-D Secure: the bank asks you",
    refusedCard: "Card that is declined",
    refusedHint: "shows what happens when a card is declined",
    back: "Go back without paying",
    declined: "The card was declined. Nothing was debited. Choose another way to pay.",
    notConfirmed: "The payment was not confirmed with the bank. Nothing was debited. Try again or choose another way to pay.",
    done: "Already paid",
    doneText: "This payment is complete.",
    expired: "Time is up",
    expiredText: "This payment page is no longer valid. Nothing was debited.",
    onward: "Continue",
    bankTitle: "Your bank asks you to confirm",
    bankText: "Confirm the payment, as you would in your bank's app.",
    confirm: "Confirm payment",
    refuse: "Do not confirm",
    unknown: "Page not found",
    unknownText: "This address belongs to no payment.",
    payoutTitle: "Account for payouts",
    payoutText: "Here you would give Stripe your details and your IBAN. In the demo, one click is enough.",
    payoutDo: "Confirm details",
    payoutDone: "The account is ready.",
    later: "Later",
    account: "Account of",
  },
};

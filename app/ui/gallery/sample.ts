/** Invented words for the gallery; nothing here is real. */
export const long = 'Wärmepumpensteuerungsinbetriebnahmeprotokoll';

export const bookings = [
  { id: '1', ref: 'Q7K-204', who: 'Elena Brunner', what: 'WLAN verbessern', when: 'Di, 24.11., 17:30', state: 'ok', word: 'Bestätigt', price: '45.00' },
  { id: '2', ref: 'Q7K-198', who: 'Jean-Philippe Vuilleumier-Schläpfer', what: long, when: 'Mi, 25.11., 09:00', state: 'warn', word: 'Wartet auf Antwort', price: '60.00' },
  { id: '3', ref: 'Q7K-191', who: 'Fatima Haddad', what: 'Stromverbrauch messen und senken', when: 'Do, 26.11., 14:00', state: 'bad', word: 'Abgesagt', price: '0.00' },
  { id: '4', ref: 'Q7K-187', who: 'Luca Bernasconi', what: 'Drucker einrichten', when: 'Fr, 27.11., 18:30', state: 'plain', word: 'Abgeschlossen', price: '38.00' },
] as const;

export const places = {
  '4052': 'Basel, Basel-Stadt',
  '4053': 'Basel, Basel-Stadt',
  '1202': 'Genève, Genève',
} as const;

export const months = ['Dez', 'Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov'] as const;

import type { BookingPolicy } from "../booking/booking.ts";
import type { Words } from "../kernel/words.ts";

/** The provider company, as its customers see it. */
export type Brand = {
  name: string;
  programmeName: Words;
  accent: string;
  second: string | null;
  logoFileId: string | null;
  telephone: string;
  /** Opening hours of the telephone. */
  hours: Words;
  supportEmail: string;
  address: string;
};

/** Everything a company can set, at one moment of business time (product.md 5 names the defaults). */
export type Settings = {
  brand: Brand;
  contract: "helper" | "company";
  policy: BookingPolicy;
  /** All of Switzerland when empty is true; else only postcodes of the area table. */
  areaEverywhere: boolean;
  cover: { limitMinor: number; excessMinor: number; words: Words };
  matchWeights: { distance: number; solved: number; earliest: number; answer: number };
  zone: string;
};

export const defaultSettings: Settings = {
  brand: {
    name: "Quartier",
    programmeName: { de: "Quartierhilfe", fr: "Entraide de quartier", it: "Aiuto di quartiere", en: "Neighbourhood help" },
    accent: "#1f5f4a",
    second: null,
    logoFileId: null,
    telephone: "+41 00 000 00 00",
    hours: { de: "Mo–Fr 8–18 Uhr", fr: "lu–ve 8 h–18 h", it: "lu–ve 8–18", en: "Mon–Fri 8 am–6 pm" },
    supportEmail: "support@quartier.example",
    address: "",
  },
  contract: "helper",
  policy: {
    version: "default",
    commissionBp: 1500,
    vatBp: 810,
    stepMinutes: 30,
    leadMinutes: 360,
    instantLeadMinutes: 240,
    horizonDays: 28,
    bufferMinutes: 30,
    visitsPerDay: 2,
    visitsPerWeek: 10,
    longestDayMinutes: 720,
    holdMinutes: 30,
    rechooseMinutes: 120,
    checkoutMinutes: 35,
    answerMinutes: 360,
    answerFromMinute: 7 * 60,
    answerUntilMinute: 21 * 60,
    answerFloorMinutes: 20,
    reserveUpToDays: 4,
    captureMarginHours: 24,
    graceMinutes: 30,
    freeUntilHours: 24,
    lateShareBp: 5000,
    veryLateHours: 4,
    veryLateShareBp: 10_000,
    compensationCapMinor: 6000,
    illnessPerYear: 1,
    rescheduleLimit: 3,
    rescheduleNoticeHours: 24,
    rescheduleAnswerMinutes: 14 * 60,
    signOffHours: 72,
    stillAfterDays: 7,
    payoutAfterDays: 2,
    probationVisits: 5,
    redoDays: 14,
    reviewPublishDays: 7,
    earningsWarningMinor: 250_000,
    waveAnswerMinutes: 120,
    waveSize: 3,
    waves: 3,
    confirmHours: 24,
    confirmRemindHours: 6,
    extraCapMinor: 10_000,
    extraTimeMinutes: 15,
    absenceMinutes: 15,
    absentCreditMinor: 2000,
    rescueCaseMinor: 15_000,
    rescueYearMinor: 2_000_000,
    seriesMost: 12,
  },
  areaEverywhere: true,
  cover: {
    limitMinor: 500_000_000,
    excessMinor: 0,
    words: {
      de: "Schäden beim Einsatz deckt die Haftpflichtversicherung der Firma bis CHF 5 Mio., ohne Selbstbehalt. Nicht gedeckt sind Abnützung und Schäden, die schon vorher da waren.",
      fr: "Les dommages causés pendant l’intervention sont couverts par l’assurance responsabilité civile de l’entreprise jusqu’à CHF 5 mio, sans franchise. L’usure et les dommages antérieurs ne sont pas couverts.",
      it: "I danni causati durante l’intervento sono coperti dalla responsabilità civile dell’azienda fino a CHF 5 mio, senza franchigia. Usura e danni preesistenti non sono coperti.",
      en: "Damage during the visit is covered by the company’s liability insurance up to CHF 5 million, with no excess. Wear and damage that was there before are not covered.",
    },
  },
  matchWeights: { distance: 40, solved: 30, earliest: 20, answer: 10 },
  zone: "Europe/Zurich",
};

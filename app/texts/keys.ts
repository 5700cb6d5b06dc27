import type account from "./de/account.json";
import type booking from "./de/booking.json";
import type calendars from "./de/calendars.json";
import type common from "./de/common.json";
import type errors from "./de/errors.json";
import type helper from "./de/helper.json";
import type helperPage from "./de/helperPage.json";
import type home from "./de/home.json";
import type mail from "./de/mail.json";
import type outbox from "./de/outbox.json";
import type payment from "./de/payment.json";
import type places from "./de/places.json";
import type reschedule from "./de/reschedule.json";
import type search from "./de/search.json";
import type staff from "./de/staff.json";
import type staffBookings from "./de/staffBookings.json";
import type staffHelpers from "./de/staffHelpers.json";
import type staffSettings from "./de/staffSettings.json";
import type staffSystem from "./de/staffSystem.json";
import type visit from "./de/visit.json";

/** German is the pattern: the other languages must have the same keys (tests/rules/texts.test.ts). */
export type Texts = {
  account: typeof account;
  booking: typeof booking;
  calendars: typeof calendars;
  common: typeof common;
  errors: typeof errors;
  helper: typeof helper;
  helperPage: typeof helperPage;
  home: typeof home;
  mail: typeof mail;
  outbox: typeof outbox;
  payment: typeof payment;
  places: typeof places;
  reschedule: typeof reschedule;
  search: typeof search;
  staff: typeof staff;
  staffBookings: typeof staffBookings;
  staffHelpers: typeof staffHelpers;
  staffSettings: typeof staffSettings;
  staffSystem: typeof staffSystem;
  visit: typeof visit;
};

type Plural = { one: string; other: string };
type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : T[K] extends Plural ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];
export type TextKey = Paths<Texts>;

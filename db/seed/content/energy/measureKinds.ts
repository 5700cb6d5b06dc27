import type { MeasureKind } from "#app/domain/catalogue/catalogue.ts";
import { w } from "../write.ts";

/*
 * `unit` is the unit of "before" and "after" in the report; `kwhPerUnitYear` is a cautious yearly saving for each
 * counted piece (bulb, strip, room, tap). Kinds of source: [calc] own arithmetic from power and hours of use;
 * [guide] rules of thumb that public Swiss energy guides print; [none] no figure that would be honest for all homes.
 */
export const measureKinds: MeasureKind[] = [
  // [calc] about 45 W less during some 900 hours a year
  { code: "bulb-to-led", unit: "W", kwhPerUnitYear: 40, words: w("Leuchtmittel durch LED ersetzt", "Ampoule remplacée par une LED", "Lampadina sostituita con LED", "Bulb replaced by LED") },
  // [calc] about 8 W of standby avoided during 20 hours a day
  { code: "standby-strip", unit: "W", kwhPerUnitYear: 60, words: w("Steckerleiste mit Schalter gegen Standby", "Multiprise à interrupteur contre la veille", "Presa multipla con interruttore contro lo standby", "Switch strip against standby") },
  // [guide] about 6 % for each degree, two degrees, appliance of 200 kWh
  { code: "fridge-temperature", unit: "°C", kwhPerUnitYear: 20, words: w("Kühlschrank auf 7 °C eingestellt", "Réfrigérateur réglé à 7 °C", "Frigorifero regolato a 7 °C", "Fridge set to 7 °C") },
  // [guide] colder than −18 °C brings no benefit; about 5 % for each degree
  { code: "freezer-temperature", unit: "°C", kwhPerUnitYear: 25, words: w("Gefriergerät auf −18 °C eingestellt", "Congélateur réglé à −18 °C", "Congelatore regolato a −18 °C", "Freezer set to −18 °C") },
  // [guide] a thick layer of ice costs 10 to 15 %
  { code: "freezer-defrosted", unit: "mm", kwhPerUnitYear: 30, words: w("Gefriergerät abgetaut", "Congélateur dégivré", "Congelatore sbrinato", "Freezer defrosted") },
  // [calc] measured yearly use of the second appliance, typical older model
  { code: "second-fridge-off", unit: "kWh/a", kwhPerUnitYear: 250, words: w("Zweites Kühlgerät ausser Betrieb genommen", "Second appareil de froid mis hors service", "Secondo frigorifero messo fuori servizio", "Second fridge taken out of use") },
  // [guide] about 6 % of heating energy for each degree; one room of five in a flat of 9,000 kWh
  { code: "thermostat-lowered", unit: "°C", kwhPerUnitYear: 110, words: w("Raumtemperatur um ein Grad gesenkt", "Température de la pièce abaissée d’un degré", "Temperatura del locale abbassata di un grado", "Room temperature lowered by one degree") },
  // [guide] depends on the building; none with heat pumps that run through, hence cautious
  { code: "night-setback", unit: "°C", kwhPerUnitYear: 200, words: w("Nachtabsenkung eingestellt", "Abaissement nocturne réglé", "Abbassamento notturno impostato", "Night setback set") },
  // [guide] thermostatic head instead of a hand valve, per radiator
  { code: "radiator-valve", unit: "°C", kwhPerUnitYear: 100, words: w("Thermostatkopf ersetzt oder gängig gemacht", "Tête thermostatique remplacée ou débloquée", "Testa termostatica sostituita o sbloccata", "Radiator thermostat replaced or freed") },
  // [none] effect depends on how often the radiator heated in vain
  { code: "radiator-cleared", unit: "cm", kwhPerUnitYear: null, words: w("Heizkörper freigestellt", "Radiateur dégagé", "Radiatore liberato", "Radiator cleared") },
  // [calc] leaking joint of a window or door of average size
  { code: "seal-fitted", unit: "m", kwhPerUnitYear: 50, words: w("Dichtung an Fenster oder Tür angebracht", "Joint posé à la fenêtre ou à la porte", "Guarnizione applicata a finestra o porta", "Seal fitted to window or door") },
  // [calc] 65 to 60 °C, less standing loss of a 200-litre boiler; never below 60 °C because of legionella
  { code: "boiler-60", unit: "°C", kwhPerUnitYear: 80, words: w("Boiler auf 60 °C eingestellt", "Boiler réglé à 60 °C", "Boiler regolato a 60 °C", "Boiler set to 60 °C") },
  // [calc] 4 l/min less, two showers a day of five minutes, water warmed by 25 °C
  { code: "shower-head", unit: "l/min", kwhPerUnitYear: 350, words: w("Sparbrause montiert", "Pommeau économique monté", "Soffione a risparmio montato", "Efficient shower head fitted") },
  // [calc] 3 l/min less during four minutes of warm water a day
  { code: "flow-limiter", unit: "l/min", kwhPerUnitYear: 80, words: w("Durchflussbegrenzer am Hahn montiert", "Limiteur de débit monté au robinet", "Limitatore di flusso montato al rubinetto", "Flow limiter fitted to tap") },
  // [calc] hours a day with and without the timer, typical 8 W appliance or pump
  { code: "timer-fitted", unit: "h/d", kwhPerUnitYear: 45, words: w("Zeitschaltuhr am Stecker eingesetzt", "Minuterie installée à la prise", "Timer inserito alla presa", "Plug-in timer fitted") },
  // [calc] 0.4 kWh less a wash, two washes a week
  { code: "washing-colder", unit: "°C", kwhPerUnitYear: 40, words: w("Waschtemperatur gesenkt", "Température de lavage abaissée", "Temperatura di lavaggio abbassata", "Washing temperature lowered") },
  // [none] habit: recorded, never counted as a proven saving
  { code: "airing-habit", unit: "min/d", kwhPerUnitYear: null, words: w("Stosslüften statt Kippfenster vereinbart", "Aération courte au lieu de la fenêtre entrouverte convenue", "Concordato di arieggiare brevemente invece di tenere la finestra a ribalta", "Agreed to air briefly instead of tilting windows") },
];

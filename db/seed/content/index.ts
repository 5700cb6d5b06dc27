import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { betterWlan } from "./connectivity/betterWlan.ts";
import { mailDevices } from "./connectivity/mailDevices.ts";
import { newPhone } from "./connectivity/newPhone.ts";
import { printer } from "./connectivity/printer.ts";
import { routerSetup } from "./connectivity/routerSetup.ts";
import { tvBox } from "./connectivity/tvBox.ts";
import { videoCalls } from "./connectivity/videoCalls.ts";
import { buildingTech } from "./energy/buildingTech.ts";
import { electricityCheck } from "./energy/electricityCheck.ts";
import { gasHeater } from "./energy/gasHeater.ts";
import { heatLess } from "./energy/heatLess.ts";
import { hotWaterStandby } from "./energy/hotWaterStandby.ts";
import { lightBulbs } from "./energy/lightBulbs.ts";
import { socketFuse } from "./energy/socketFuse.ts";

export { categories } from "./categories.ts";
export { company } from "./company.ts";
export { measureKinds } from "./energy/measureKinds.ts";
export { programmes } from "./programmes.ts";

/** Every service type of the demo, in the order in which the categories show them. */
export const serviceTypes: ServiceTypeContent[] = [
  electricityCheck,
  heatLess,
  lightBulbs,
  buildingTech,
  hotWaterStandby,
  socketFuse,
  gasHeater,
  routerSetup,
  betterWlan,
  tvBox,
  newPhone,
  mailDevices,
  printer,
  videoCalls,
];

import {
  BatteryCharging, Cable, Droplets, Fan, Flame, Gauge, Heater, House, HouseWifi, Laptop, Leaf, Lightbulb, Mail, Plug, PlugZap,
  Printer, Router, ShieldCheck, Smartphone, Sun, Thermometer, Tv, Video, Wifi, Wrench, Zap,
} from './icons.ts';
import { Icon, type IconProps, type IconType } from './icon.tsx';

/** Names that the catalogue may use; an explicit list, since the sheet holds only what is named in icons.ts. */
export const catalogueIcons: Readonly<Record<string, IconType>> = {
  'battery-charging': BatteryCharging,
  cable: Cable,
  droplets: Droplets,
  fan: Fan,
  flame: Flame,
  gauge: Gauge,
  'heat-pump': Fan,
  heater: Heater,
  house: House,
  'house-wifi': HouseWifi,
  laptop: Laptop,
  leaf: Leaf,
  lightbulb: Lightbulb,
  mail: Mail,
  plug: Plug,
  'plug-zap': PlugZap,
  printer: Printer,
  router: Router,
  'shield-check': ShieldCheck,
  smartphone: Smartphone,
  solar: Sun,
  sun: Sun,
  thermometer: Thermometer,
  tv: Tv,
  video: Video,
  wifi: Wifi,
  wrench: Wrench,
  zap: Zap,
};

/** A catalogue entry's icon by name; a wrench where the name is unknown. */
export function CatalogueIcon({ name, ...rest }: { name: string } & Omit<IconProps, 'icon'>) {
  return <Icon icon={catalogueIcons[name] ?? Wrench} {...rest} />;
}

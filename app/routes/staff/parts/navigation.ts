import { Activity, BookOpen, CalendarClock, CalendarDays, ClipboardCheck, Clock, Coins, FileText, Gauge, History, ListChecks, Mail, MapPin, Send, Settings2, ShieldCheck, UserCog, Wrench } from "#app/ui/icons.ts";
import { type Actor, hasRole, type StaffRole } from "#app/domain/kernel/actor.ts";
import type { TextKey } from "#app/texts/keys.ts";
import type { IconType } from "#app/ui/index.ts";

export type StaffPlace = { path: string; key: string; label: TextKey; icon: IconType; roles: StaffRole[] };

/** Where staff go: the path below /:locale/staff, the letter after `g`, and who sees it (admin sees everything). */
export const staffGroups: { title: TextKey; places: StaffPlace[] }[] = [
  {
    title: "staff.nav.today",
    places: [
      { path: "", key: "o", label: "staff.nav.overview", icon: Gauge, roles: ["certifier", "quality", "support", "finance"] },
      { path: "/bookings", key: "b", label: "staff.nav.bookings", icon: CalendarDays, roles: ["support", "quality", "finance"] },
      { path: "/dispatch", key: "w", label: "staff.nav.dispatch", icon: Send, roles: ["support"] },
      { path: "/book", key: "n", label: "staff.nav.book", icon: CalendarClock, roles: ["support"] },
      { path: "/lanes", key: "l", label: "staff.nav.lanes", icon: Wrench, roles: ["support"] },
    ],
  },
  {
    title: "staff.nav.people",
    places: [
      { path: "/helpers", key: "h", label: "staff.nav.helpers", icon: ShieldCheck, roles: ["certifier", "quality", "support", "finance"] },
      { path: "/quality", key: "q", label: "staff.nav.quality", icon: Activity, roles: ["quality", "certifier"] },
      { path: "/unresolved", key: "u", label: "staff.nav.unresolved", icon: ClipboardCheck, roles: ["quality"] },
    ],
  },
  {
    title: "staff.nav.company",
    places: [
      { path: "/catalogue", key: "c", label: "staff.nav.catalogue", icon: BookOpen, roles: ["certifier", "quality", "support"] },
      { path: "/measures", key: "m", label: "staff.nav.measures", icon: ListChecks, roles: ["quality", "finance"] },
      { path: "/demand", key: "d", label: "staff.nav.demand", icon: MapPin, roles: ["certifier", "support"] },
      { path: "/money", key: "f", label: "staff.nav.money", icon: Coins, roles: ["finance"] },
      { path: "/settings", key: "s", label: "staff.nav.settings", icon: Settings2, roles: ["admin"] },
      { path: "/pages", key: "p", label: "staff.nav.pages", icon: FileText, roles: ["admin"] },
      { path: "/team", key: "t", label: "staff.nav.team", icon: UserCog, roles: ["admin"] },
    ],
  },
  {
    title: "staff.nav.system",
    places: [
      { path: "/system/jobs", key: "j", label: "staff.nav.jobs", icon: ListChecks, roles: ["support"] },
      { path: "/system/mails", key: "e", label: "staff.nav.mails", icon: Mail, roles: ["support"] },
      { path: "/system/journal", key: "i", label: "staff.nav.journal", icon: History, roles: ["quality"] },
      { path: "/system/clock", key: "k", label: "staff.nav.clock", icon: Clock, roles: ["certifier", "quality", "support", "finance"] },
    ],
  },
];

/** The places this actor may go to, by group; empty groups are left out. */
export const groupsFor = (actor: Pick<Actor, "kind" | "roles">) => {
  const who: Actor = { kind: actor.kind, roles: actor.roles, personId: null, helperId: null, provenBookings: [] };
  return staffGroups.map(({ title, places }) => ({ title, places: places.filter(({ roles }) => hasRole(who, ...roles)) })).filter(({ places }) => places.length > 0);
};

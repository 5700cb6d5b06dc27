import { route, type RouteConfigEntry } from "@remix-run/route-config";

const at = "./routes/staff";

/** Helpers, quality, unresolved visits, the catalogue and the professional's lanes. */
export const helperDeskRoutes: RouteConfigEntry[] = [
  route("helpers", `${at}/helpers/list.tsx`),
  route("helpers/invite", `${at}/helpers/invite.tsx`),
  route("helpers/:helperId", `${at}/helpers/helper.tsx`),
  route("helpers/:helperId/certify", `${at}/helpers/certify.tsx`),
  route("helpers/:helperId/certificates/:certificateId/end", `${at}/helpers/certificate-end.tsx`),
  route("helpers/:helperId/measures/:measure", `${at}/helpers/measure.tsx`),
  route("quality", `${at}/quality/quality.tsx`),
  route("quality.csv", `${at}/quality/quality-csv.ts`),
  route("unresolved", `${at}/unresolved/list.tsx`),
  route("unresolved/:bookingId", `${at}/unresolved/visit.tsx`),
  route("catalogue", `${at}/catalogue/list.tsx`),
  route("catalogue/:code", `${at}/catalogue/entry.tsx`),
  route("lanes", `${at}/lanes/list.tsx`),
  route("lanes/:laneId", `${at}/lanes/lane.tsx`),
  route("lanes/visits/:bookingId", `${at}/lanes/visit.tsx`),
  route("lanes/visits/:bookingId/waiting", `${at}/lanes/waiting.tsx`),
];

import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** What runs behind the screens; paths below /:locale/staff. */
export const systemRoutes: RouteConfigEntry[] = [
  route("system/jobs", "./routes/staff/system/jobs.tsx"),
  route("system/journal", "./routes/staff/system/journal.tsx"),
  route("system/clock", "./routes/staff/system/clock.tsx"),
  route("system/mails", "./routes/staff/system/mails.tsx"),
  route("system/mails/:mailId", "./routes/staff/system/mail.tsx"),
  route("system/mails/:mailId/body", "./routes/staff/system/mail-body.tsx"),
];

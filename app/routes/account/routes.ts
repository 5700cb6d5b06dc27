import { index, prefix, type RouteConfigEntry, route } from "@remix-run/route-config";

export const accountRoutes: RouteConfigEntry[] = [
  ...prefix("sign-in", [index("./routes/account/sign-in.tsx"), route("code", "./routes/account/sign-in-code.tsx"), route("link/:token", "./routes/account/sign-in-link.tsx")]),
  route("sign-out", "./routes/account/sign-out.tsx"),
  ...prefix("staff-sign-in", [index("./routes/account/staff-sign-in.tsx"), route("code", "./routes/account/second-factor.tsx"), route("enrol", "./routes/account/enrol.tsx")]),
  route("invitation/:token", "./routes/account/invitation.tsx"),
  ...prefix("account", [index("./routes/account/account.tsx"), route("helpers", "./routes/account/helpers.tsx"), route("sessions", "./routes/account/sessions.tsx"), route("recovery-codes", "./routes/account/recovery-codes.tsx")]),
  route("pages/:slug", "./routes/account/page.tsx"),
  route("*", "./routes/account/nowhere.tsx"),
];

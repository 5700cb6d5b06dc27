import { index, type RouteConfigEntry, route } from "@remix-run/route-config";

export const customerRoutes: RouteConfigEntry[] = [
  index("./routes/customer/home.tsx"),
  route("search", "./routes/customer/search.tsx"),
  route("search/map", "./routes/customer/search-map.tsx"),
  route("area-wish", "./routes/customer/area-wish.tsx"),
  route("helpers/:helperId", "./routes/customer/helper.tsx"),
  route("helpers/:helperId/book", "./routes/customer/slots.tsx"),
  route("professional/:serviceCode", "./routes/customer/slots-professional.tsx"),
  route("certificates", "./routes/customer/certificate.tsx", { id: "certificate-search" }),
  route("certificates/:number", "./routes/customer/certificate.tsx"),
];

/** The demo's people, by their addresses (db/seed/demo). */
export const demo = {
  helper: "helferin@quartier.example",
  customer: "kundin@quartier.example",
  admin: "admin@lindensteg.example",
  certifier: "certifier@lindensteg.example",
  quality: "quality@lindensteg.example",
  support: "support@lindensteg.example",
  finance: "finance@lindensteg.example",
} as const;

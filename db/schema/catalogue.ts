import type { MeasureKind, ServiceTypeContent, CategoryContent, ProgrammeContent } from "#app/domain/catalogue/catalogue.ts";
import type { Kit } from "../kit.ts";

export const catalogueTables = (k: Kit) => {
  const category = k.table("category", {
    code: k.id("code"),
    position: k.int("position").notNull(),
    content: k.json<CategoryContent>("content").notNull(),
  });

  /** `number` is the small integer that the area index uses as its third dimension. */
  const serviceType = k.table("service_type", {
    id: k.id(),
    code: k.text("code").notNull(),
    number: k.int("number").notNull(),
    categoryCode: k.ref("category_code").notNull().references(() => category.code),
    riskClass: k.enumText("risk_class", ["advice", "standard", "professional_only"]).notNull(),
    programmeCode: k.text("programme_code"),
    state: k.enumText("state", ["active", "hidden"]).notNull().default("active"),
    version: k.int("version").notNull().default(1),
    content: k.json<ServiceTypeContent>("content").notNull(),
    updatedAt: k.ms("updated_at").notNull(),
  }, (t) => [k.uniqueIndex("service_type_code").on(t.code), k.uniqueIndex("service_type_number").on(t.number)]);

  const serviceTypeVersion = k.table("service_type_version", {
    id: k.id(),
    serviceTypeId: k.ref("service_type_id").notNull().references(() => serviceType.id),
    version: k.int("version").notNull(),
    content: k.json<ServiceTypeContent>("content").notNull(),
    createdAt: k.ms("created_at").notNull(),
    createdBy: k.text("created_by"),
  }, (t) => [k.uniqueIndex("service_type_version_number").on(t.serviceTypeId, t.version)]);

  const measureKind = k.table("measure_kind", { code: k.id("code"), content: k.json<MeasureKind>("content").notNull() });

  const programme = k.table("programme", { code: k.id("code"), content: k.json<ProgrammeContent>("content").notNull() });

  const areaPostcode = k.table("area_postcode", { postcode: k.id("postcode"), opensAt: k.ms("opens_at").notNull() });

  const areaWish = k.table("area_wish", {
    id: k.id(),
    postcode: k.text("postcode").notNull(),
    email: k.text("email"),
    locale: k.text("locale").notNull(),
    createdAt: k.ms("created_at").notNull(),
  }, (t) => [k.index("area_wish_postcode").on(t.postcode)]);

  /** The official register once it is imported; empty means the gazetteer of the npm dependency. */
  const place = k.table("place", {
    id: k.id(),
    postcode: k.text("postcode").notNull(),
    locality: k.text("locality").notNull(),
    municipality: k.text("municipality").notNull(),
    canton: k.text("canton").notNull(),
    lat: k.real("lat").notNull(),
    lng: k.real("lng").notNull(),
    language: k.enumText("language", ["de", "fr", "it", "en"]).notNull(),
  });

  return { category, serviceType, serviceTypeVersion, measureKind, programme, areaPostcode, areaWish, place };
};

import { lte } from "drizzle-orm";
import type { Db } from "#db/store.ts";
import { defaultSettings, type Settings } from "./settings.ts";

export type SettingRow = { key: string; value: unknown; validFrom: number; createdAt: number };

/** Every dated version in force up to `now`, oldest first. */
export const settingRows = (db: Db, now: number): Promise<SettingRow[]> =>
  db.select({ key: db.t.setting.key, value: db.t.setting.value, validFrom: db.t.setting.validFrom, createdAt: db.t.setting.createdAt })
    .from(db.t.setting)
    .where(lte(db.t.setting.validFrom, now))
    .orderBy(db.t.setting.validFrom, db.t.setting.createdAt);

/** The settings in force: the defaults with the newest version of each key laid over them. */
export function settingsFrom(rows: SettingRow[]): Settings {
  const settings: Record<string, unknown> = { ...defaultSettings };
  for (const { key, value } of rows) {
    const preset = (defaultSettings as unknown as Record<string, unknown>)[key];
    settings[key] = isRecord(preset) && isRecord(value) ? { ...preset, ...value } : value;
  }
  return settings as Settings;
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** The parts of the settings, each one dated key (or the area). */
export const settingParts = ["brand", "contract", "policy", "cover", "ranking", "area"] as const;
export type SettingPart = (typeof settingParts)[number];
export const isSettingPart = (value: unknown): value is SettingPart => settingParts.includes(value as SettingPart);

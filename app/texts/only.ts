/** The words of a group that a bundle's screens say, where the group holds many that others say; the build leaves the rest behind (remix.config.js). */
export const only = <Group extends object, Key extends keyof Group>(group: Group, ...keys: Key[]): Pick<Group, Key> => Object.fromEntries(keys.map((key) => [key, group[key]])) as Pick<Group, Key>;

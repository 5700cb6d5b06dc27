/** What public/basemap holds (written by app/commands/basemap.ts). Lines are whole numbers, step by step. */
export type CountryFile = {
  unitsPerDegree: number;
  country: number[][][];
  lakes: number[][][];
  cantons: number[][];
  names: {
    countries: [string, number, number][];
    cantons: [string, number, number, number][];
    lakes: [string, number, number, number][];
    towns: [string, number, number, number][];
  };
};

export type MunicipalityFile = {
  unitsPerDegree: number;
  borders: number[][];
  names: { municipalities: [string, number, number, number][]; postcodes: [string, number, number, string][] };
};

export type RiverFile = { unitsPerDegree: number; rivers: [number, number[]][] };

export type Line = [number, number][];

/** Latitude and longitude of every point of a packed line. */
export function unpack(steps: readonly number[], unitsPerDegree: number): Line {
  const line: Line = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] ?? 0;
    y += steps[i + 1] ?? 0;
    line.push([y / unitsPerDegree, x / unitsPerDegree]);
  }
  return line;
}

const kept = new Map<string, Promise<unknown>>();

/** One file of the basemap, asked for once a page; a failure is forgotten, so that the next map tries again. */
export function loadFile<T>(name: string): Promise<T> {
  const asked =
    kept.get(name) ??
    fetch(`/basemap/${name}`).then((answer) => {
      if (!answer.ok) throw new Error(`The basemap's ${name} answered ${answer.status}.`);
      return answer.json();
    });
  kept.set(name, asked);
  asked.catch(() => kept.delete(name));
  return asked as Promise<T>;
}

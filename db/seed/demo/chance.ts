import type { Random } from "#app/domain/kernel/context.ts";

export type Chance = Random & {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `share` of all cases. */
  odds(share: number): boolean;
  /** A stream of its own, so that more of one thing does not change another. */
  branch(name: string): Chance;
};

/** Seeded chance (mulberry32): the same number tells the same demo. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
    pick: (list) => {
      if (list.length === 0) throw new Error("Nothing to pick from");
      return list[Math.floor(next() * list.length)] as (typeof list)[number];
    },
    odds: (share) => next() < share,
    branch: (name) => chanceFrom([...name].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619) >>> 0, seed ^ 2_166_136_261)),
  };
}

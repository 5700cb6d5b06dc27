/** Round numbers from zero (or `from`) to at least `max`, about `count` steps. */
export function ticks(max: number, count = 4, from = 0): number[] {
  const span = Math.max(max - from, Number.EPSILON);
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const result: number[] = [];
  for (let index = 0; index <= Math.ceil(span / step - 1e-9); index += 1) result.push(Number((from + index * step).toPrecision(12)));
  return result;
}

/** Maps a value onto pixels. */
export function scale(value: number, from: number, to: number, start: number, end: number): number {
  if (to === from) return start;
  return Math.round((start + ((value - from) / (to - from)) * (end - start)) * 10) / 10;
}

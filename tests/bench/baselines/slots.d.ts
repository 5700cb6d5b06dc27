import type { Point } from "#app/domain/availability/travel.ts";
type Taken = { fromAt: number; untilAt: number; visit: { fromAt: number; untilAt: number }; at: Point };
export function plainSlots(ask: { zone: string; now: number; fromHour: number; untilHour: number; days: number; durationMs: number; leadMs: number; bufferMs: number; perDay: number; longestMs: number; taken: readonly Taken[]; at: Point }): number[];

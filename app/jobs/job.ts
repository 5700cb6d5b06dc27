import type { Context } from "#app/domain/kernel/context.ts";
import type { JobKind, JobPayloads } from "#app/domain/kernel/later.server.ts";
import type { App } from "#app/http/app.server.ts";

/** A claimed row; `runAt` is business time, `attempt` counts from 1. */
export type Job = { id: string; kind: JobKind; payload: Record<string, unknown>; runAt: number; attempt: number };

/** Performs one job; it may run twice (a lost lease), so it must leave the same behind. Throwing means: try again later. */
export type Handler<K extends JobKind = JobKind> = (app: App, ctx: Context, payload: JobPayloads[K], job: Job) => Promise<void>;
export type Handlers = { [K in JobKind]: Handler<K> };

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export const attemptsAtMost = 6;

/** How long a failed job rests, in real time: 30 s, 2 min, 8 min, 32 min, 2 h, each lengthened by up to a fifth. */
export const restAfter = (attempt: number, chance: number): number => Math.round(30 * second * 4 ** (attempt - 1) * (1 + chance / 5));

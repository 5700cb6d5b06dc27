export type Asked = { lat: number; lng: number; service: number; now: number };
export type Near = { name: string; postcode: string; locality: string; price_minor: number; metres: number };
export function openNear(file: string): { bare(asked: Asked): unknown[]; named(asked: Asked): Near[]; close(): void };
export function askedFromEnv(): Asked;

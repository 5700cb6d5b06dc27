import { expect } from "vitest";
import type { Actor } from "#app/domain/kernel/actor.ts";
import { aGuest } from "../support/people.ts";
import type { World } from "../support/world.ts";
import type { Asked } from "../support/world.ts";

type Screen = (args: never) => Promise<unknown>;
export type Answer<T = Record<string, never>> = { status: number; to: string | null; headers: Headers; value: T };

/** What a loader or an action answers, thrown or returned alike. */
export async function answerOf<T = Record<string, never>>(w: World, screen: Screen, address: string, asked: Asked = {}): Promise<Answer<T>> {
  const given = await screen((await w.request(address, asked)) as never).catch((thrown: unknown) => thrown);
  if (given instanceof Response) return { status: given.status, to: given.headers.get("location"), headers: given.headers, value: {} as T };
  if (given instanceof Error) throw given;
  const held = given as { type?: string; data?: T; init?: { status?: number; headers?: HeadersInit } };
  if (held?.type === "DataWithResponseInit") return { status: held.init?.status ?? 200, to: null, headers: new Headers(held.init?.headers), value: held.data as T };
  return { status: 200, to: null, headers: new Headers(), value: given as T };
}

/** What a filled-in form of "better-wlan" sends. */
export const filled = {
  name: "Anna Muster",
  email: "anna@example.ch",
  mobile: "079 123 45 67",
  street: "Rheinsprung 7",
  postcode: "4051",
  locality: "Basel",
  concern: "Im Schlafzimmer gibt es kein WLAN.",
  "intake.where": "one-room",
  "intake.symptom": "slow",
  "intake.rooms": "4",
  "intake.several-floors": "no",
  "intake.repeater": "no",
};

/** The same as a browser sends it: a multipart form, with pictures where there are some. */
export function multipart(fields: Record<string, string>, pictures: { name: string; bytes: Uint8Array; type: string }[] = []): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name, bytes, type } of pictures) form.append("photos", new File([new Uint8Array(bytes)], name, { type }));
  if (pictures.length === 0) form.append("photos", new File([], ""));
  return form;
}

export const guestOf = (bookingId: string): Actor => aGuest(bookingId);

/** The way a form leads on, with its status. */
export const leadsTo = (answer: Answer<never> | Answer, to: string | RegExp): void => {
  expect(answer.status).toBeGreaterThanOrEqual(300);
  expect(answer.status).toBeLessThan(400);
  if (typeof to === "string") expect(answer.to).toBe(to);
  else expect(answer.to).toMatch(to);
};

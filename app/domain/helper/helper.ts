import type { Signing } from "../kernel/context.ts";

export type HelperState = "invited" | "active" | "suspended" | "notice" | "ended";

/** A helper in one of these states may be found and booked. */
export const servingStates: readonly HelperState[] = ["active", "notice"];

export const radiusKm = { min: 3, max: 25, preset: 10 } as const;

/** What still stands between a helper and live listings, in the order they are asked for. */
export const profileSteps = ["profile", "picture", "address", "hours", "payout", "certificate", "listing"] as const;
export type ProfileStep = (typeof profileSteps)[number];

export type ProfileFacts = { biography: string; languages: readonly string[]; photoFileId: string | null; publicLat: number | null; hours: number; payoutActiveAt: number | null; certificates: number; listings: number };

export const missingSteps = (facts: ProfileFacts): ProfileStep[] => {
  const done: Record<ProfileStep, boolean> = {
    profile: facts.biography.trim().length > 0 && facts.languages.length > 0,
    picture: facts.photoFileId !== null,
    address: facts.publicLat !== null,
    hours: facts.hours > 0,
    payout: facts.payoutActiveAt !== null,
    certificate: facts.certificates > 0,
    listing: facts.listings > 0,
  };
  return profileSteps.filter((step) => !done[step]);
};

/** "Maya B.": the only form of a helper's name that the public sees. */
export const publicName = (given: string, family: string): string => `${given.trim()} ${family.trim().charAt(0).toUpperCase()}.`;

const metresPerDegree = 111_195;

/**
 * The stored position that every search uses: displaced 200–500 m in a direction and distance that an HMAC
 * of helper and address fixes, so that asking again and again averages nothing out (product.md 5).
 */
export function displace(position: { lat: number; lng: number }, helperId: string, address: string, signing: Signing): { lat: number; lng: number } {
  const bytes = Buffer.from(signing.mac("public-point", `${helperId}\n${address}`), "base64url");
  const turn = (bytes.readUInt32BE(0) / 2 ** 32) * 2 * Math.PI;
  const metres = 200 + (bytes.readUInt32BE(4) / 2 ** 32) * 300;
  const lat = position.lat + (metres * Math.cos(turn)) / metresPerDegree;
  const lng = position.lng + (metres * Math.sin(turn)) / (metresPerDegree * Math.cos((position.lat * Math.PI) / 180));
  return { lat: Math.round(lat * 1e6) / 1e6, lng: Math.round(lng * 1e6) / 1e6 };
}

/** Where a street of a locality lies when no address register says: within 600 m of the locality's point, always the same for the same address. */
export function positionOf(place: { lat: number; lng: number }, street: string, signing: Signing): { lat: number; lng: number } {
  const bytes = Buffer.from(signing.mac("street", street.trim().toLowerCase()), "base64url");
  const turn = (bytes.readUInt32BE(0) / 2 ** 32) * 2 * Math.PI;
  const metres = Math.sqrt(bytes.readUInt32BE(4) / 2 ** 32) * 600;
  return {
    lat: place.lat + (metres * Math.cos(turn)) / metresPerDegree,
    lng: place.lng + (metres * Math.sin(turn)) / (metresPerDegree * Math.cos((place.lat * Math.PI) / 180)),
  };
}

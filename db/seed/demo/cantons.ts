/**
 * Permanent resident population at the end of 2024, in thousands.
 * Source: Federal Statistical Office (STATPOP), as the Federal Council confirmed the figures on 27 August 2025.
 */
export const thousandsOf: Readonly<Record<string, number>> = {
  ZH: 1620, BE: 1071, LU: 438, UR: 38, SZ: 169, OW: 40, NW: 45, GL: 42, ZG: 134, FR: 347, SO: 290, BS: 201, BL: 301,
  SH: 89, AR: 57, AI: 17, SG: 540, GR: 206, AG: 736, TG: 300, TI: 359, VD: 855, VS: 371, NE: 180, GE: 531, JU: 75,
};

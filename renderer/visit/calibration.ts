/** What a technician measures of a screen, and what people will see of it (D2). Lengths are millimetres. */
export type { Calibration } from '../host/contract.ts';

/** A bank card (ISO/IEC 7810, ID-1): what everybody has at hand in one size. */
export const BANK_CARD = { widthMm: 85.6, heightMm: 53.98, cornerMm: 3.18 } as const;

/** What the host takes; anything else is a slip of the hand. */
export const pixelsPerInchRange = { least: 40, most: 400 } as const;
export const viewingDistanceRange = { least: 200, most: 2000 } as const;

/** The angle under which a capital letter of the largest size has to be seen (EN 301 549, 5.1.4). */
export const LEAST_DEGREES = 0.7;

const MM_PER_INCH = 25.4;
const DEGREES_PER_RADIAN = 180 / Math.PI;

/** How wide a bank card is on a screen, in CSS pixels. */
export const cardWidthOf = (pixelsPerInch: number): number => (BANK_CARD.widthMm * pixelsPerInch) / MM_PER_INCH;

/** How fine a screen is on which a bank card is so many CSS pixels wide; to a hundredth, which is 0.02 mm of the card. */
export const pixelsPerInchOf = (cardWidthPx: number): number =>
  Math.round((cardWidthPx * MM_PER_INCH * 100) / BANK_CARD.widthMm) / 100;

export const pixelsPerMmOf = (pixelsPerInch: number): number => pixelsPerInch / MM_PER_INCH;

/** The angle that something takes up in the eye, in degrees. */
export const visualAngle = (heightMm: number, distanceMm: number): number =>
  2 * Math.atan(heightMm / (2 * distanceMm)) * DEGREES_PER_RADIAN;

/** From how far away something is still seen under an angle, in whole millimetres. */
export const farthestFor = (heightMm: number, degrees: number): number =>
  Math.floor(heightMm / 2 / Math.tan(degrees / 2 / DEGREES_PER_RADIAN));

/** A number within a range; the nearest of its ends for one outside. */
export const within = ({ least, most }: { readonly least: number; readonly most: number }, value: number): number =>
  Math.min(most, Math.max(least, value));

/** A distance as somebody typed it, in digits of any script; `undefined` for anything that cannot be one. */
export function distanceOf(typed: string): number | undefined {
  const digits = typed.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - '٠'.charCodeAt(0)));
  if (!/^\d{1,6}$/.test(digits)) return undefined;
  const distance = Number(digits);
  return distance === within(viewingDistanceRange, distance) ? distance : undefined;
}

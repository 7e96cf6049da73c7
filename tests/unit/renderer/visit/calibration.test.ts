import { describe, expect, test } from 'vitest';
import { measuredSchema } from '../../../../electron/host/settings.ts';
import {
  BANK_CARD,
  LEAST_DEGREES,
  cardWidthOf,
  distanceOf,
  farthestFor,
  pixelsPerInchOf,
  pixelsPerInchRange,
  viewingDistanceRange,
  visualAngle,
} from '../../../../renderer/visit/calibration.ts';
import { textSizeOf } from '../../../../renderer/visit/preferences.ts';

describe('D2 · what a bank card and a distance tell', () => {
  test('the reference panel has 102.5 pixels in an inch, and a card on it is 345 pixels wide', () => {
    expect(cardWidthOf(102.5)).toBeCloseTo(345.4, 1);
    expect(pixelsPerInchOf(cardWidthOf(102.5))).toBe(102.5);
    expect(cardWidthOf(25.4)).toBeCloseTo(BANK_CARD.widthMm);
  });

  test.each([
    [4.9, 400],
    [6.1, 500],
    [7.3, 600],
    [8.6, 700],
  ])('%d mm at %d mm is the least that the largest words may be', (heightMm, distanceMm) => {
    expect(visualAngle(heightMm, distanceMm)).toBeCloseTo(LEAST_DEGREES, 1);
    expect(visualAngle(heightMm, distanceMm)).toBeGreaterThanOrEqual(0.695);
  });

  test('the farthest distance is the last from which it is enough', () => {
    const { capHeightMm } = textSizeOf(4);
    const farthest = farthestFor(capHeightMm, LEAST_DEGREES);
    expect(farthest).toBe(703);
    expect(visualAngle(capHeightMm, farthest)).toBeGreaterThanOrEqual(LEAST_DEGREES);
    expect(visualAngle(capHeightMm, farthest + 1)).toBeLessThan(LEAST_DEGREES);
  });

  test.each(['', ' ', '199', '2001', '-600', '6e2', '600.5', '0x258', 'near', '999999999', '６００', '600 mm'])(
    '%j is no distance',
    (typed) => {
      expect(distanceOf(typed)).toBeUndefined();
    },
  );

  test('a distance is taken with spaces around it, and in Arabic digits', () => {
    expect(distanceOf(' 650 ')).toBe(650);
    expect(distanceOf('٦٥٠')).toBe(650);
  });

  test('the page and the host take the same figures', () => {
    const takes = (pixelsPerInch: number, viewingDistanceMm: number): boolean =>
      measuredSchema.safeParse({ pixelsPerInch, viewingDistanceMm }).success;
    const { least: coarse, most: fine } = pixelsPerInchRange;
    const { least: near, most: far } = viewingDistanceRange;
    expect([takes(coarse, near), takes(fine, far)]).toEqual([true, true]);
    expect([takes(coarse - 1, near), takes(fine + 1, far), takes(coarse, near - 1), takes(fine, far + 1)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

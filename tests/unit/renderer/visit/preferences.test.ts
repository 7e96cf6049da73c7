import { describe, expect, test } from 'vitest';
import {
  defaultPreferences,
  displayOf,
  isDisplayChanged,
  nextSpeed,
  nextVolume,
  speeds,
  textSizeOf,
  textSizes,
  themes,
} from '../../../../renderer/visit/preferences.ts';

/** Capital heights in mm that each step may have (standards.md, VVSG 7.1-G). */
const ranges = [
  [3.5, 4.2],
  [4.8, 5.6],
  [6.4, 7.1],
  [8.5, 9.0],
] as const;

describe('D1 · text sizes', () => {
  test('are four, each within its range, the second by default', () => {
    expect(textSizes.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
    for (const [index, { capHeightMm }] of textSizes.entries()) {
      expect(capHeightMm).toBeGreaterThanOrEqual(ranges[index]?.[0] ?? Number.NaN);
      expect(capHeightMm).toBeLessThanOrEqual(ranges[index]?.[1] ?? Number.NaN);
    }
    expect(defaultPreferences.textStep).toBe(2);
  });

  test('the largest subtends 0.7° at 600 mm (EN 301 549 5.1.4)', () => {
    const degrees = (Math.atan(textSizeOf(4).capHeightMm / 600) * 180) / Math.PI;
    expect(degrees).toBeGreaterThanOrEqual(0.7);
  });
});

describe('R3 · the voice', () => {
  test('has seven speeds from half to twice', () => {
    expect(speeds).toHaveLength(7);
    expect([speeds.at(0), speeds.at(-1)]).toEqual([0.5, 2]);
    expect(speeds.toSorted((a, b) => a - b)).toEqual([...speeds]);
  });

  test('goes through all speeds and stops at either end', () => {
    expect(speeds.map((speed) => nextSpeed(speed, 1))).toEqual([0.75, 1, 1.25, 1.5, 1.75, 2, 2]);
    expect(speeds.map((speed) => nextSpeed(speed, -1))).toEqual([0.5, 0.5, 0.75, 1, 1.25, 1.5, 1.75]);
  });

  test('has ten steps of volume, of which the quietest can be heard', () => {
    expect(nextVolume(10, 1)).toBe(10);
    expect(nextVolume(9, 1)).toBe(10);
    expect(nextVolume(2, -1)).toBe(1);
    expect(nextVolume(1, -1)).toBe(1);
  });
});

test('D3 · five themes, standard by default', () => {
  expect(themes).toEqual(['standard', 'soft', 'black-on-white', 'white-on-black', 'yellow-on-black']);
  expect(defaultPreferences.theme).toBe('standard');
});

describe('Put it back', () => {
  test('is for whatever looks otherwise than at the start, and for nothing else', () => {
    expect(isDisplayChanged(defaultPreferences)).toBe(false);
    expect(isDisplayChanged({ ...defaultPreferences, speed: 2, volume: 1, readToMe: true })).toBe(false);
    for (const change of [
      { textStep: 4 },
      { theme: 'soft' },
      { spacing: 'wide' },
      { still: true },
      { oneThing: true },
      { reach: 'low' },
      { side: 'left' },
      { easyRead: true },
    ] as const)
      expect(isDisplayChanged({ ...defaultPreferences, ...change }), JSON.stringify(change)).toBe(true);
  });

  test('takes up the display and leaves the voice', () => {
    const display = displayOf({ ...defaultPreferences, textStep: 4, speed: 2 });
    expect(display).toMatchObject({ textStep: 4, theme: 'standard', spacing: 'usual' });
    expect(display).not.toHaveProperty('speed');
  });
});

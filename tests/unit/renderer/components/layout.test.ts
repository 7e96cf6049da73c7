import { expect, test } from 'vitest';
import { layoutOf, toolColumns } from '../../../../renderer/components/layout.ts';
import { textSizes } from '../../../../renderer/visit/preferences.ts';

/** Body text on the reference panel, in CSS pixels. */
const rem = (capHeightMm: number): number => (capHeightMm * 102.5) / 25.4 / 0.668;

test('L1 · an upright screen sets everything one below the other, in every text size', () => {
  for (const { capHeightMm } of textSizes) expect(layoutOf(1080, 1920, rem(capHeightMm))).toBe('tall');
  expect(layoutOf(1280, 1024, rem(5))).not.toBe(layoutOf(1024, 1280, rem(5)));
});

test('L1 · a wide screen sets column, panel and tools side by side while the words leave room', () => {
  expect(layoutOf(1920, 1080, rem(5))).toBe('wide');
  expect(layoutOf(1920, 1080, rem(8.6))).toBe('low');
  expect(layoutOf(1366, 768, rem(8.6))).toBe('low');
});

test('D1 · larger words never bring the columns back', () => {
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
    [1080, 1920],
  ] as const) {
    const layouts = textSizes.map(({ capHeightMm }) => layoutOf(width, height, rem(capHeightMm)));
    expect(layouts.lastIndexOf('wide')).toBeLessThan(layouts.includes('low') ? layouts.indexOf('low') : 4);
  }
});

test('I1 · tools at the side stand in as few columns as hold them all on the screen', () => {
  const mm = 102.5 / 25.4;
  expect(toolColumns(1080, rem(5), mm)).toBe(1);
  expect(toolColumns(768, rem(5), mm)).toBe(2);
  expect(toolColumns(768, rem(8.6), mm)).toBe(2);
  // However little room there is, there are columns.
  expect(toolColumns(100, rem(8.6), mm)).toBe(8);
});

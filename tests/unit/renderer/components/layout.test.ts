import { describe, expect, test } from 'vitest';
import { divide, layoutOf, reachLine, toolColumns, toolSide } from '../../../../renderer/components/layout.ts';
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

describe('D6 · reach', () => {
  const mm = 102.5 / 25.4;

  test('the line of low reach is 60 mm above the middle of the screen, upright or lying', () => {
    for (const height of [1920, 1080, 768]) {
      const line = reachLine('low', height, rem(5), mm);
      expect((height / 2 - line) / mm).toBeCloseTo(60, 0);
      // With the middle at 1015 mm, what is to be pressed is below 1100 mm (EN 301 549 8.3).
      expect(1015 + (height / 2 - line) / mm).toBeLessThan(1100);
      expect(reachLine('usual', height, rem(5), mm)).toBe(0);
    }
  });

  test('on a screen so low that it does not reach the line, there is none', () => {
    expect(reachLine('low', 400, rem(5), mm)).toBe(0);
  });

  test('the line gives way to the largest words on a small screen, which hardly reaches above 1100 mm', () => {
    expect(reachLine('low', 768, rem(8.6), mm)).toBe(0);
    expect(1015 + 768 / 2 / mm).toBeLessThan(1112);
    expect(reachLine('low', 1080, rem(8.6), mm)).toBe(reachLine('low', 1080, rem(5), mm));
  });

  test('the tools go to the person’s own left or right, whichever way is read', () => {
    expect(toolSide('tall', 'usual', 'ltr')).toBe('below');
    expect(toolSide('wide', 'usual', 'rtl')).toBe('start');
    expect(toolSide('tall', 'left', 'ltr')).toBe('start');
    expect(toolSide('tall', 'right', 'ltr')).toBe('end');
    expect(toolSide('wide', 'left', 'rtl')).toBe('end');
    expect(toolSide('low', 'right', 'rtl')).toBe('start');
  });

  test('the screen is divided by what is left below the line', () => {
    const screen = { width: 1366, height: 768, rem: rem(5), mm, direction: 'ltr' } as const;
    const usual = divide(screen, { reach: 'usual', side: 'usual' });
    const low = divide(screen, { reach: 'low', side: 'usual' });
    expect(usual).toMatchObject({ tools: 'start', reachLine: 0 });
    expect(low.reachLine).toBeGreaterThan(100);
    expect(low.toolColumns).toBeGreaterThanOrEqual(usual.toolColumns);
    expect(divide({ ...screen, width: 1500, height: 1080 }, { reach: 'usual', side: 'usual' }).toolColumns).toBe(1);
    expect(divide({ ...screen, width: 1500, height: 1080 }, { reach: 'low', side: 'usual' }).toolColumns).toBe(2);
    expect(divide({ ...screen, width: 1080, height: 1920 }, { reach: 'low', side: 'usual' })).toMatchObject({
      layout: 'tall',
      toolColumns: 0,
    });
  });
});

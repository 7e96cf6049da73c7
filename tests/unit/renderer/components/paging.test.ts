import { describe, expect, test as example } from 'vitest';
import { screenful, sectionAt } from '../../../../renderer/components/pager/paging.ts';
import { fc, test } from '../../electron/property.ts';

const window = { top: 100, bottom: 1100 };

/** The most air that may be left above the first line of a screenful: less than what parts two lines. */
const MOST_AIR = 12;

describe('More (I7)', () => {
  example('brings the line that is cut at the end to the top', () => {
    const distance = screenful(window, [{ top: 1080, bottom: 1120 }]);
    expect(1080 - distance).toBeGreaterThanOrEqual(window.top);
    expect(1080 - distance).toBeLessThanOrEqual(window.top + MOST_AIR);
  });

  example('brings the highest of what is cut to the top', () => {
    const distance = screenful(window, [
      { top: 1080, bottom: 1120 },
      { top: 900, bottom: 1300 },
    ]);
    expect(900 - distance).toBeGreaterThanOrEqual(window.top);
    expect(900 - distance).toBeLessThanOrEqual(window.top + MOST_AIR);
  });

  example('turns a whole window where nothing is cut', () => {
    const distance = screenful(window, []);
    expect(distance).toBeGreaterThanOrEqual(1000 - MOST_AIR);
    expect(distance).toBeLessThanOrEqual(1000);
  });

  example('moves on even when something taller than the window fills it', () => {
    expect(screenful(window, [{ top: 110, bottom: 3000 }])).toBeGreaterThan(900);
  });

  example('I7 · brings a thing that fits on a screen wholly onto the next one, however tall it is', () => {
    // It begins high up on this screenful and runs over its end; it fits the window, so it must be seen whole.
    const thing = { top: 400, bottom: 1250 };
    const distance = screenful(window, [thing]);
    expect(thing.top - distance).toBeGreaterThanOrEqual(window.top);
    expect(thing.bottom - distance).toBeLessThanOrEqual(window.bottom);
  });

  test.prop([fc.array(fc.tuple(fc.integer({ min: 120, max: 1090 }), fc.integer({ min: 1110, max: 1140 })))])(
    'always moves on, never by more than a window, and skips nothing',
    (edges) => {
      const lines = edges.map(([top, bottom]) => ({ top, bottom }));
      const distance = screenful(window, lines);
      expect(distance).toBeGreaterThan(0);
      expect(distance).toBeLessThanOrEqual(window.bottom - window.top);
    },
  );
});

describe('where the reader is', () => {
  example('is the last part that begins in the upper third of the window', () => {
    expect(sectionAt(window, [-500, 120, 430, 900])).toBe(2);
    expect(sectionAt(window, [-500, 120, 440, 900])).toBe(1);
  });

  example('is before the first part when none has begun', () => {
    expect(sectionAt(window, [800, 1200])).toBe(-1);
    expect(sectionAt(window, [])).toBe(-1);
  });
});

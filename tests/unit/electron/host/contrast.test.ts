import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, isColour } from '../../../../electron/host/contrast.ts';

// Worked out by hand from the definition in WCAG 2.2.
test.each([
  ['#000000', '#ffffff', 21],
  ['#767676', '#ffffff', 4.54],
  ['#0000ff', '#ffffff', 8.59],
  ['#FF0000', '#ffffff', 4],
] as const)('D3, O6 · the contrast of %s and %s is %f to 1', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1);
});

const colour = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('O6 · contrast is the same both ways round, and from 1 to 21', () => {
  fc.assert(
    fc.property(colour, colour, (one, other) => {
      const ratio = contrast(one, other);
      expect(contrast(other, one)).toBe(ratio);
      expect(ratio).toBeGreaterThanOrEqual(1);
      expect(ratio).toBeLessThanOrEqual(21);
    }),
  );
});

test.each(['red', '#fff', '0b4a56', '#0b4a5g', '#0b4a56ff', ''])('O6 · “%s” is no colour here', (text) => {
  expect(isColour(text)).toBe(false);
  expect(() => contrast(text, '#ffffff')).toThrow(/like #0b4a56/);
});

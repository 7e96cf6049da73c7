import { describe, expect, test } from 'vitest';
import { maySound } from '../../../../renderer/visit/headphones.ts';
import { VOLUME_STEPS, levelOf } from '../../../../renderer/visit/preferences.ts';

describe('R9 · what may be heard', () => {
  test.each([
    ['no', false, true],
    ['no', true, true],
    ['sensitive', false, true],
    ['sensitive', true, false],
    ['always', false, false],
    ['always', true, false],
  ] as const)(
    'by the rule ‘%s’, where private is %s: %s until something is known of headphones',
    (rule, isPrivate, may) => {
      expect(maySound(rule, 'unknown', isPrivate)).toBe(may);
      expect(maySound(rule, 'in', isPrivate), 'with headphones everything').toBe(true);
      expect(maySound(rule, 'out', isPrivate), 'with headphones pulled out nothing').toBe(false);
    },
  );
});

describe('R3 · how loud', () => {
  test('the tenth step is as loud as the site allows, and there are ten whatever it allows', () => {
    expect(levelOf(VOLUME_STEPS, 100)).toBe(1);
    expect(levelOf(VOLUME_STEPS, 40)).toBeCloseTo(0.4);
    expect(levelOf(1, 40)).toBeCloseTo(0.04);
  });
});

import { describe, expect, test } from 'vitest';
import { isForStaff, STAFF_LIMITS, waitTold } from '../../../../renderer/visit/staff.ts';
import { goTo, startVisit } from '../../../../renderer/visit/visit.ts';

describe('V1 · the staff’s visit', () => {
  test.each([
    [1, 'seconds', 15],
    [15, 'seconds', 15],
    [16, 'seconds', 30],
    [60, 'seconds', 60],
    [61, 'minutes', 2],
    [120, 'minutes', 2],
    [900, 'minutes', 15],
  ] as const)('a wait of %d s is told in few steps, and never as shorter than it is', (seconds, unit, count) => {
    expect(waitTold(seconds)).toEqual({ unit, count });
  });

  test('is one that begins at the staff’s screen, and no visitor’s becomes one', () => {
    expect(startVisit({ view: 'staff' }).isStaff).toBe(true);
    expect(goTo(startVisit({ view: 'home' }), { view: 'staff' }, undefined).isStaff).toBe(false);
    expect(startVisit({ view: 'calibrate' }).isStaff).toBe(false);
  });

  test('reaches no further than what is theirs', () => {
    expect(isForStaff({ view: 'staff' })).toBe(true);
    expect(isForStaff({ view: 'calibrate' })).toBe(true);
    for (const view of ['attract', 'welcome', 'home', 'about', 'words', 'search', 'not-found'] as const)
      expect(isForStaff({ view })).toBe(false);
  });

  test('is over two minutes after anybody last did anything', () => {
    expect(STAFF_LIMITS.idleSeconds + STAFF_LIMITS.warningSeconds).toBe(120);
  });
});

import { describe, expect, test } from 'vitest';
import { type Box, neighbourOf } from '../../../../renderer/access/grid.ts';

/** Three rows of keys, each shifted by half a key, as on a keyboard; the last is one wide key. */
const keys: readonly Box[] = [
  ...[0, 10, 20].map((left) => ({ left, right: left + 9, top: 0, bottom: 9 })),
  ...[5, 15].map((left) => ({ left, right: left + 9, top: 10, bottom: 19 })),
  { left: 0, right: 29, top: 20, bottom: 29 },
];

describe('I4, I6 · from key to key by arrows', () => {
  test('sideways stays in the row and stops at its end', () => {
    expect(neighbourOf(keys, 0, 'right')).toBe(1);
    expect(neighbourOf(keys, 2, 'right')).toBeUndefined();
    expect(neighbourOf(keys, 3, 'left')).toBeUndefined();
  });

  test('up and down go to the nearest key of the next row', () => {
    expect(neighbourOf(keys, 0, 'down')).toBe(3);
    expect(neighbourOf(keys, 2, 'down')).toBe(4);
    expect(neighbourOf(keys, 4, 'down')).toBe(5);
    expect(neighbourOf(keys, 5, 'up')).toBe(3);
    expect(neighbourOf(keys, 1, 'up')).toBeUndefined();
    expect(neighbourOf(keys, 5, 'down')).toBeUndefined();
  });

  test('from nowhere there is no way', () => {
    expect(neighbourOf(keys, 99, 'up')).toBeUndefined();
    expect(neighbourOf([], 0, 'left')).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { isClockWrong, isOverdue, isWithdrawn } from '../../../../renderer/visit/review.ts';

const due = { nextReview: '2026-03-01' };

describe('C8 · review dates act', () => {
  test('a page is overdue from the day after its review was due', () => {
    expect(isOverdue(due, new Date(2026, 2, 1, 23, 59))).toBe(false);
    expect(isOverdue(due, new Date(2026, 2, 2, 0, 0))).toBe(true);
  });

  test('past the site’s limit it is withdrawn, and not a day before', () => {
    expect(isWithdrawn(due, new Date(2026, 2, 31, 23, 59), 30)).toBe(false);
    expect(isWithdrawn(due, new Date(2026, 3, 1, 0, 0), 30)).toBe(true);
    expect(isWithdrawn(due, new Date(2026, 2, 2, 12), 0)).toBe(true);
  });

  test('the change to summer time makes no day shorter', () => {
    const beforeChange = { nextReview: '2026-03-28' };
    expect(isWithdrawn(beforeChange, new Date(2026, 2, 29, 12), 1)).toBe(false);
    expect(isWithdrawn(beforeChange, new Date(2026, 2, 30, 0, 0), 1)).toBe(true);
  });

  test('without a limit it stays, however old', () => {
    expect(isWithdrawn(due, new Date(2099, 0, 1), undefined)).toBe(false);
  });
});

test('C8 · a clock is plainly wrong when it is before the content was built, but for a few minutes', () => {
  const builtAt = '2026-11-23T00:00:00.000Z';
  expect(isClockWrong(new Date('1970-01-01T00:00:00Z'), builtAt)).toBe(true);
  expect(isClockWrong(new Date('2026-11-22T23:50:00Z'), builtAt)).toBe(true);
  expect(isClockWrong(new Date('2026-11-22T23:58:00Z'), builtAt)).toBe(false);
  expect(isClockWrong(new Date('2046-11-23T00:00:00Z'), builtAt)).toBe(false);
});

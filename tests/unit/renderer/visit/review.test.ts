import { describe, expect, test } from 'vitest';
import { isOverdue, isWithdrawn } from '../../../../renderer/visit/review.ts';

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

/** Review dates (C8): order, interval, and whether the page is overdue today. */
import type { DraftPage } from '../read/draft.ts';
import type { Report } from '../problem.ts';

/** The longest time between reviews that the NHS standard allows, in years. */
const LONGEST_INTERVAL_YEARS = 3;

/** Checks a page's review dates against each other and against `today` (`YYYY-MM-DD`). */
export function checkReview({ frontMatter, placeOf }: DraftPage, today: string, report: Report): void {
  const { reviewed, nextReview } = frontMatter;
  const place = placeOf(['nextReview']);
  if (nextReview <= reviewed) {
    report({
      place,
      level: 'error',
      code: 'review-order',
      what: `next review ${nextReview} is not after the last, ${reviewed}`,
      why: 'one of the dates is wrong',
      mend: 'correct the dates',
    });
    return;
  }
  const latest = `${String(Number(reviewed.slice(0, 4)) + LONGEST_INTERVAL_YEARS)}${reviewed.slice(4)}`;
  if (nextReview > latest) {
    report({
      place,
      level: 'warning',
      code: 'review-interval',
      what: `next review ${nextReview} is more than ${String(LONGEST_INTERVAL_YEARS)} years after the last`,
      why: 'facts change faster',
      mend: `set it to ${latest} or earlier`,
    });
  }
  if (nextReview < today) {
    report({
      place,
      level: 'warning',
      code: 'review-overdue',
      what: `the review was due on ${nextReview}`,
      why: 'visitors see a notice beside the title',
      mend: 'have the page reviewed and set “reviewed” and “nextReview”',
    });
  }
}

/** Review dates (C8): order, interval, what is overdue or due soon, and when a helpline was last rung. */
import type { Policy } from '../../../content/format/index.ts';
import type { Place, Report } from '../problem.ts';
import type { LanguageSource } from '../read/library.ts';

/** Something with review dates (`YYYY-MM-DD`) and where a field of it is written. */
export interface Reviewed {
  readonly reviewed: string;
  readonly nextReview: string;
  readonly placeOf: (path: readonly string[]) => Place;
}

/** Checks review dates against each other and against `today` (`YYYY-MM-DD`). */
export function checkReview(
  { reviewed, nextReview, placeOf }: Reviewed,
  today: string,
  { review: { longestYears, soonDays } }: Policy,
  report: Report,
): void {
  if (nextReview <= reviewed) {
    report({
      place: placeOf(['nextReview']),
      level: 'error',
      code: 'review-order',
      what: `next review ${nextReview} is not after the last, ${reviewed}`,
      why: 'one of the dates is wrong',
      mend: 'correct the dates',
    });
    return;
  }
  const latest = `${String(Number(reviewed.slice(0, 4)) + longestYears)}${reviewed.slice(4)}`;
  if (nextReview > latest) {
    report({
      place: placeOf(['nextReview']),
      level: 'warning',
      code: 'review-interval',
      what: `next review ${nextReview} is more than ${years(longestYears)} after the last`,
      why: 'facts change faster',
      mend: `set it to ${latest} or earlier`,
    });
  }
  if (nextReview < today) {
    report({
      place: placeOf(['nextReview']),
      level: 'warning',
      code: 'review-overdue',
      what: `the review was due on ${nextReview}`,
      why: 'visitors see a notice beside the title',
      mend: 'have the page reviewed and set “reviewed” and “nextReview”',
    });
  } else if (nextReview <= addDays(today, soonDays)) {
    report({
      place: placeOf(['nextReview']),
      level: 'info',
      code: 'review-soon',
      what: `the review is due on ${nextReview}`,
      why: 'a review takes time, and from that day visitors see a notice',
      mend: 'ask for the review now',
    });
  }
}

/** Tells helplines that nobody has rung for longer than the site allows. */
export function checkHelplineDates({ helplines }: LanguageSource, today: string, policy: Policy, report: Report): void {
  const { helplineMonths } = policy.review;
  helplines?.value.forEach(({ name, checkedOn }, index) => {
    if (addMonths(checkedOn, helplineMonths) >= today) return;
    report({
      place: helplines.placeOf([index, 'checkedOn']),
      level: 'warning',
      code: 'helpline-unchecked',
      what: `${name} was last rung on ${checkedOn}`,
      why: 'numbers and hours change, and somebody in need finds out first',
      mend: 'ring it, correct what has changed, and set “checkedOn”',
    });
  });
}

/** A date so many days later. */
export function addDays(date: string, days: number): string {
  const time = new Date(`${date}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.toISOString().slice(0, 10);
}

/** A date so many months later. */
export function addMonths(date: string, months: number): string {
  const time = new Date(`${date}T00:00:00Z`);
  time.setUTCMonth(time.getUTCMonth() + months);
  return time.toISOString().slice(0, 10);
}

function years(count: number): string {
  return `${String(count)} year${count === 1 ? '' : 's'}`;
}

/** What a document's review date means on a day: current, overdue, or no longer to be shown (C8). */
import type { Review } from '../../content/format/index.ts';

/** The kiosk's own calendar date, as content writes dates; compared as text, such dates compare in time. */
const isoDate = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** A calendar date some days later, whatever the clocks do in between. */
function daysAfter(iso: string, days: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return isoDate(new Date(year, month - 1, day + days));
}

/** Whether the day on which a document was to be looked at again has passed. */
export const isOverdue = ({ nextReview }: Pick<Review, 'nextReview'>, now: Date): boolean => nextReview < isoDate(now);

/** A clock may be a little behind the one that stamped the bundle without being wrong. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** Whether a clock is plainly wrong: it is before the content that it shows was built. Staff are told by the host. */
export const isClockWrong = (now: Date, contentBuiltAt: string): boolean =>
  now.getTime() + CLOCK_TOLERANCE_MS < Date.parse(contentBuiltAt);

/**
 * Whether a document is withdrawn from view.
 *
 * @param limitDays - how many days past its review the site shows it; `undefined`: however many
 */
export const isWithdrawn = (
  { nextReview }: Pick<Review, 'nextReview'>,
  now: Date,
  limitDays: number | undefined,
): boolean => limitDays !== undefined && daysAfter(nextReview, limitDays) < isoDate(now);

/** What can be said about a helpline at a given moment: whether it is open, and when it opens next (C5). */
import type { HelplineBlock, Opening } from '../../../content/format/index.ts';

/** A key of {@link HelplineBlock.statuses}: `open@17:00`, `today@09:00`, `tomorrow@09:00`, `1@09:00`. */
export function statusKey({ opening, timeZone }: Pick<HelplineBlock, 'opening' | 'timeZone'>, now: Date): string {
  const { weekday, time } = localMoment(now, timeZone);
  const open = opening.find(({ days, from, to }) => days.includes(weekday) && from <= time && time < to);
  if (open !== undefined) return `open@${open.to}`;
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = ((weekday - 1 + ahead) % 7) + 1;
    const next = firstOpening(opening, day, ahead === 0 ? time : '');
    if (next === undefined) continue;
    if (ahead === 0) return `today@${next}`;
    return ahead === 1 ? `tomorrow@${next}` : `${String(day)}@${next}`;
  }
  throw new Error('A helpline without opening hours passed the schema.');
}

/** The first opening on a day that begins after a time; times compare as text. */
function firstOpening(opening: readonly Opening[], day: number, after: string): string | undefined {
  const starts = opening.filter(({ days, from }) => days.includes(day) && from > after).map(({ from }) => from);
  return starts.sort()[0];
}

/** Weekday (1 is Monday) and `HH:MM` where the helpline is. */
function localMoment(now: Date, timeZone: string): { readonly weekday: number; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((found) => found.type === type)?.value ?? '';
  return {
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1,
    time: `${part('hour')}:${part('minute')}`,
  };
}

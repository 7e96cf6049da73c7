/** A helpline with everything that can be said about its hours, and the QR code that dials it (C5). */
import type { HelplineBlock, HelplineSource, Opening, Passage } from '../../../content/format/index.ts';
import { plainPassage, type PassageIds } from './passages.ts';
import { qrOf } from './qr.ts';
import type { Words } from './words.ts';

/** Compiles a helpline into a block. */
export function compileHelpline(source: HelplineSource, ids: PassageIds, words: Words): HelplineBlock {
  const own = ids.within(source.id);
  const passage = (name: string, text: string): Passage => plainPassage(own.named(name), text);
  return {
    kind: 'helpline',
    id: source.id,
    name: passage('name', source.name),
    number: passage('number', source.number),
    ...(source.cost !== undefined && { cost: passage('cost', source.cost) }),
    hours: passage('hours', source.hours),
    checkedOn: passage('checked-on', words.say('compiled.helpline.checkedOn', { date: words.date(source.checkedOn) })),
    timeZone: source.timeZone,
    opening: source.opening,
    statuses: Object.fromEntries(
      helplineStatusKeys(source.opening).map((key) => [key, passage(key, sayStatus(key, words))]),
    ),
    qr: qrOf(telephoneAddress(source)),
  };
}

const MINUTES_A_DAY = 24 * 60;

/**
 * Every status that occurs in some minute of the week, found by going through the week. Where stretches
 * overlap, each one's end is given, since a reader may look at either.
 */
export function helplineStatusKeys(opening: readonly Opening[]): readonly string[] {
  const stretches = opening.flatMap(({ days, from, to }) =>
    days.map((day) => ({ day, from: minutesOf(from), to: minutesOf(to), opens: from, closes: to })),
  );
  const keys = new Set<string>();
  for (let day = 1; day <= 7; day += 1) {
    for (let minute = 0; minute < MINUTES_A_DAY; minute += 1) {
      const now = stretches.filter((stretch) => stretch.day === day && stretch.from <= minute && minute < stretch.to);
      for (const { closes } of now) keys.add(`open@${closes}`);
      if (now.length > 0) continue;
      const [next] = stretches
        .map((stretch) => ({ stretch, wait: minutesUntil(day, minute, stretch.day, stretch.from) }))
        .sort((a, b) => a.wait - b.wait);
      if (!next) continue;
      const daysAhead = Math.floor((minute + next.wait) / MINUTES_A_DAY);
      const when = daysAhead === 0 ? 'today' : daysAhead === 1 ? 'tomorrow' : String(next.stretch.day);
      keys.add(`${when}@${next.stretch.opens}`);
    }
  }
  return [...keys].sort();
}

function minutesOf(timeOfDay: string): number {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return hours * 60 + minutes;
}

/** From now until a stretch begins; a stretch that begins now or earlier today begins again in a week. */
function minutesUntil(day: number, minute: number, toDay: number, toMinute: number): number {
  const week = 7 * MINUTES_A_DAY;
  const wait = (toDay - day) * MINUTES_A_DAY + toMinute - minute;
  return wait > 0 ? wait : wait + week;
}

function sayStatus(key: string, words: Words): string {
  const [when = '', timeOfDay = ''] = key.split('@');
  const time = words.time(timeOfDay);
  if (when === 'open' || when === 'today' || when === 'tomorrow')
    return words.say(`compiled.helpline.${when}`, { time });
  return words.say('compiled.helpline.weekday', { weekday: words.weekday(Number(when)), time });
}

/** `tel:` and digits; a British national number in its international form, so that it dials from any phone. */
export function telephoneAddress({ number, timeZone }: Pick<HelplineSource, 'number' | 'timeZone'>): string {
  const digits = number.replace(/[^+\d]/g, '');
  return `tel:${timeZone === 'Europe/London' && digits.startsWith('0') ? `+44${digits.slice(1)}` : digits}`;
}

/** House style for dates, times and days, and messages with their arguments filled in. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageKey, Messages } from '../../../content/format/index.ts';

/** Composes sentences in one language. */
export interface Words {
  readonly language: string;
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string>>) => string;
  /** `2018-05-16` → `16 May 2018`. */
  readonly date: (isoDate: string) => string;
  /** `17:30` → `5.30pm`. */
  readonly time: (timeOfDay: string) => string;
  /** 1 → `Monday`. */
  readonly weekday: (isoWeekday: number) => string;
}

/** Words of a language; its messages must have passed their checks. */
export function createWords({ language, messages }: Omit<Messages, 'welcome'>): Words {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const weekdays = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' });
  const isEnglish = /^en\b/.test(language);
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const formatOf = (key: MessageKey): IntlMessageFormat => {
    const format =
      formats.get(key) ?? new IntlMessageFormat(messages[key] ?? key, language, undefined, { ignoreTag: true });
    formats.set(key, format);
    return format;
  };
  return {
    language,
    say: (key, values = {}) => String(formatOf(key).format({ ...values })),
    date: (isoDate) => dates.format(new Date(`${isoDate}T12:00:00Z`)),
    time: (timeOfDay) => (isEnglish ? englishTime(timeOfDay) : times.format(new Date(`2018-01-01T${timeOfDay}:00Z`))),
    // 1 January 2018 was a Monday.
    weekday: (isoWeekday) => weekdays.format(new Date(Date.UTC(2018, 0, isoWeekday))),
  };
}

/** The NHS house style: `9am`, `5.30pm`, `midday`, `midnight` (23:59 is how a day's end is written). */
function englishTime(timeOfDay: string): string {
  if (timeOfDay === '12:00') return 'midday';
  if (timeOfDay === '00:00' || timeOfDay === '23:59') return 'midnight';
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  const minutesPart = minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`;
  return `${String(hours % 12 || 12)}${minutesPart}${hours < 12 ? 'am' : 'pm'}`;
}

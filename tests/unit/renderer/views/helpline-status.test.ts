import { describe, expect, test as example } from 'vitest';
import { statusKey } from '../../../../renderer/views/page/helpline-status.ts';
import { fc, test } from '../../electron/property.ts';

const weekdays = { timeZone: 'Europe/London', opening: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] };

const at = (moment: string): string => statusKey(weekdays, new Date(moment));

describe('C5 · a line open on weekdays from 9am to 5pm', () => {
  example.each([
    ['2026-11-23T08:59:59Z', 'today@09:00'],
    ['2026-11-23T09:00:00Z', 'open@17:00'],
    ['2026-11-23T16:59:59Z', 'open@17:00'],
    ['2026-11-23T17:00:00Z', 'tomorrow@09:00'],
    ['2026-11-23T23:59:59Z', 'tomorrow@09:00'],
    ['2026-11-24T00:00:00Z', 'today@09:00'],
    ['2026-11-25T12:00:00Z', 'open@17:00'],
    ['2026-11-26T12:00:00Z', 'open@17:00'],
    ['2026-11-27T16:59:00Z', 'open@17:00'],
    ['2026-11-27T17:00:00Z', '1@09:00'],
    ['2026-11-28T12:00:00Z', '1@09:00'],
    ['2026-11-29T12:00:00Z', 'tomorrow@09:00'],
  ])('at %s says %s', (moment, key) => {
    expect(at(moment)).toBe(key);
  });

  example('follows the line’s own clock over the change to summer time', () => {
    // 29 March 2026: clocks go forward; 9am the next day is 08:00 UTC.
    expect(at('2026-03-27T09:00:00Z')).toBe('open@17:00');
    expect(at('2026-03-29T12:00:00Z')).toBe('tomorrow@09:00');
    expect(at('2026-03-30T07:59:00Z')).toBe('today@09:00');
    expect(at('2026-03-30T08:00:00Z')).toBe('open@17:00');
    expect(at('2026-03-30T16:00:00Z')).toBe('tomorrow@09:00');
  });

  example('and back again', () => {
    // 25 October 2026: clocks go back; 9am the next day is 09:00 UTC again.
    expect(at('2026-10-23T08:00:00Z')).toBe('open@17:00');
    expect(at('2026-10-26T08:59:00Z')).toBe('today@09:00');
    expect(at('2026-10-26T09:00:00Z')).toBe('open@17:00');
  });
});

describe('C5 · other hours', () => {
  example('two stretches on one day: closed at noon, open again', () => {
    const line = {
      timeZone: 'Europe/London',
      opening: [
        { days: [1], from: '13:00', to: '16:00' },
        { days: [1], from: '09:00', to: '12:00' },
      ],
    };
    expect(statusKey(line, new Date('2026-11-23T08:00:00Z'))).toBe('today@09:00');
    expect(statusKey(line, new Date('2026-11-23T12:30:00Z'))).toBe('today@13:00');
    expect(statusKey(line, new Date('2026-11-23T16:00:00Z'))).toBe('1@09:00');
  });

  example('a line on the other side of the world counts its own days', () => {
    const line = { ...weekdays, timeZone: 'Pacific/Auckland' };
    // Sunday 22:00 in London is Monday 11:00 there.
    expect(statusKey(line, new Date('2026-11-22T22:00:00Z'))).toBe('open@17:00');
  });

  const minute = fc.integer({ min: 0, max: 7 * 24 * 60 - 1 });

  test.prop([fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), minute])(
    'for any days and at any minute of the week there is something to say, and it is true',
    (days, minutes) => {
      const now = new Date(Date.UTC(2026, 0, 5) + minutes * 60_000);
      const weekday = ((now.getUTCDay() + 6) % 7) + 1;
      const hour = now.getUTCHours();
      const key = statusKey({ timeZone: 'UTC', opening: [{ days, from: '09:00', to: '17:00' }] }, now);
      expect(key).toMatch(/^(?:open@17:00|(?:today|tomorrow|[1-7])@09:00)$/);
      expect(key.startsWith('open')).toBe(days.includes(weekday) && hour >= 9 && hour < 17);
      expect(key.startsWith('today')).toBe(days.includes(weekday) && hour < 9);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { helplineStatusKeys, telephoneAddress } from '../../../../build/content-compiler/compile/helpline.ts';
import { createWords } from '../../../../build/content-compiler/compile/words.ts';
import { compiled } from './fixture.ts';

const weekdays = [1, 2, 3, 4, 5];

describe('C5 · what can be said about a helpline’s hours', () => {
  it('is open, later today, tomorrow, or on Monday for a line open on weekdays', () => {
    expect(helplineStatusKeys([{ days: weekdays, from: '09:00', to: '17:00' }])).toEqual([
      '1@09:00',
      'open@17:00',
      'today@09:00',
      'tomorrow@09:00',
    ]);
  });

  it('is nothing but open for a line that never closes', () => {
    const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' }];
    // The last minute of the day is the price of a format without 24:00.
    expect(helplineStatusKeys(always)).toEqual(['open@23:59', 'tomorrow@00:00']);
  });

  it('names the day in a week for a line open once a week', () => {
    const keys = helplineStatusKeys([{ days: [3], from: '10:00', to: '12:00' }]);
    expect(keys).toEqual(['3@10:00', 'open@12:00', 'today@10:00', 'tomorrow@10:00']);
  });

  it('counts a lunch break and two ends of overlapping stretches', () => {
    const keys = helplineStatusKeys([
      { days: weekdays, from: '09:00', to: '12:00' },
      { days: [1], from: '11:00', to: '13:00' },
      { days: weekdays, from: '14:00', to: '16:30' },
    ]);
    expect(keys).toEqual(
      expect.arrayContaining(['open@12:00', 'open@13:00', 'open@16:30', 'today@14:00', 'today@09:00', '1@09:00']),
    );
    expect(keys).not.toContain('today@11:00');
  });

  it('is written out in the block, in the words of the house', () => {
    const block = compiled()
      .pages.flatMap(({ parts }) => parts.flatMap(({ blocks }) => blocks))
      .find(({ kind }) => kind === 'helpline');
    if (block?.kind !== 'helpline') throw new Error('no helpline');
    const said = Object.fromEntries(Object.entries(block.statuses).map(([key, { runs }]) => [key, runs[0]?.text]));
    expect(said['open@17:30']).toContain('5.30pm');
    expect(said['1@09:00']).toContain('Monday at 9am');
    expect(block.qr.content).toBe('tel:+448088000000');
    expect(new Set(block.qr.rows.map(({ length }) => length))).toEqual(new Set([block.qr.rows.length]));
  });
});

describe('times in house style', () => {
  const words = createWords({ language: 'en-GB', direction: 'ltr', alphabet: [], siteWords: [], messages: {} });
  it.each([
    ['09:00', '9am'],
    ['17:00', '5pm'],
    ['17:30', '5.30pm'],
    ['12:00', 'midday'],
    ['12:15', '12.15pm'],
    ['00:00', 'midnight'],
    ['23:59', 'midnight'],
    ['00:05', '12.05am'],
  ])('%s is %s', (timeOfDay, said) => {
    expect(words.time(timeOfDay)).toBe(said);
  });

  it('dates and days are those of the language', () => {
    expect(words.date('2018-05-16')).toBe('16 May 2018');
    expect([1, 7].map(words.weekday)).toEqual(['Monday', 'Sunday']);
  });
});

describe('C5 · the number a phone dials', () => {
  it('is international for a British one, and as given otherwise', () => {
    expect(telephoneAddress({ number: '0808 800 4040', timeZone: 'Europe/London' })).toBe('tel:+448088004040');
    expect(telephoneAddress({ number: '116 123', timeZone: 'Europe/London' })).toBe('tel:116123');
    expect(telephoneAddress({ number: '0800 123 456', timeZone: 'Europe/Berlin' })).toBe('tel:0800123456');
    expect(telephoneAddress({ number: '+353 1 234 5678', timeZone: 'Europe/London' })).toBe('tel:+35312345678');
  });
});

import { describe, expect, test as unit } from 'vitest';
import {
  firstLife,
  limits,
  type Opened,
  type PageEvent,
  type PageLife,
  step,
  TICK_MS,
} from '../../../../../electron/host/recovery/page-life.ts';
import { fc, test } from '../../property.ts';

interface Shown {
  readonly tick: number;
  readonly what: Opened;
}

/** Plays events; gives back what was opened, what was noted, and how it stands at the end. */
const play = (events: readonly PageEvent[], from: PageLife = firstLife) => {
  let life = from;
  const opened: Shown[] = [];
  const notes: string[] = [];
  for (const event of events) {
    const taken = step(life, event);
    ({ life } = taken);
    if (taken.open !== undefined) opened.push({ tick: life.tick, what: taken.open });
    if (taken.note !== undefined) notes.push('reason' in taken.note ? taken.note.reason : taken.note.event);
  }
  return { life, opened, notes };
};

const tick: PageEvent = { kind: 'tick' };
const beat: PageEvent = { kind: 'beat' };
const crash: PageEvent = { kind: 'lost', reason: 'crashed' };
const start: PageEvent = { kind: 'served', page: 'start' };
const quiet: PageEvent = { kind: 'served', page: 'quiet' };
const ticks = (count: number): readonly PageEvent[] => Array.from({ length: count }, () => tick);
/** A page that is well for so many seconds. */
const wellFor = (seconds: number): readonly PageEvent[] =>
  Array.from({ length: seconds }, () => [beat, ...ticks(1000 / TICK_MS)]).flat();

describe('L6 · a page that goes away', () => {
  unit('once is followed at once by a new visit', () => {
    const { opened, notes } = play([...wellFor(3), crash]);
    expect(opened.map(({ what }) => what)).toEqual(['visit']);
    expect(notes).toEqual(['crashed']);
  });

  unit('twice in a minute is followed after a moment, well within three seconds', () => {
    const { opened } = play([crash, ...wellFor(5), crash, ...ticks(6)]);
    expect(opened).toHaveLength(2);
    expect((opened[1]?.tick ?? 0) * TICK_MS).toBeLessThanOrEqual(5000 + 1000);
  });

  unit('three times in a minute is followed by the resting page, and by another visit in a while', () => {
    const { opened, notes } = play([
      crash,
      ...wellFor(5),
      crash,
      ...ticks(2),
      ...wellFor(5),
      crash,
      quiet,
      ...ticks(limits.rest),
      start,
      beat,
    ]);
    expect(opened.map(({ what }) => what)).toEqual(['visit', 'visit', 'resting', 'visit']);
    expect(notes.at(-1)).toBe('page-back');
  });

  unit('now and then, never rests', () => {
    const often = Array.from({ length: 50 }, () => [...wellFor(31), crash, start]).flat();
    expect(play([...often, ...ticks(limits.pause)]).opened.map(({ what }) => what)).toEqual(
      Array.from({ length: 50 }, () => 'visit'),
    );
  });

  unit('in several ways at once is followed by one', () => {
    const { opened, notes } = play([crash, beat, crash, { kind: 'lost', reason: 'load-failed' }, ...ticks(2), start]);
    expect(opened).toHaveLength(2);
    expect(notes).toEqual(['crashed', 'crashed']);
  });

  unit('while it rests is opened again, not in a hurry', () => {
    const { opened } = play([crash, crash, ...ticks(2), crash, crash, crash, ...ticks(limits.reopening)]);
    expect(opened.map(({ what }) => what)).toEqual(['visit', 'visit', 'resting', 'resting']);
  });
});

describe('L6 · a page that says nothing', () => {
  unit('for five seconds hangs', () => {
    expect(play([start, beat, ...ticks(9)]).opened).toEqual([]);
    const { opened, notes } = play([start, beat, ...ticks(10)]);
    expect(opened).toEqual([{ tick: 10, what: 'visit' }]);
    expect(notes).toEqual(['unresponsive']);
  });

  unit('has longer to start', () => {
    expect(play([start, ...ticks(limits.opening - 1), beat]).notes).toEqual([]);
    expect(play([start, ...ticks(limits.opening)]).notes).toEqual(['never-started']);
  });

  unit('may be one without script, which asks for the start by itself', () => {
    const asking = Array.from({ length: 20 }, () => [quiet, ...ticks(60)]).flat();
    expect(play([start, ...asking]).notes).toEqual([]);
    expect(play([start, quiet, ...ticks(limits.quiet)]).notes).toEqual(['unresponsive']);
  });

  unit('after the visit has ended has the time of a new one', () => {
    expect(play([beat, ...ticks(8), { kind: 'renewed' }, ...ticks(8), start, beat]).notes).toEqual([]);
  });
});

const anyEvent = fc.oneof(
  { weight: 12, arbitrary: fc.constant(tick) },
  { weight: 3, arbitrary: fc.constantFrom(beat, start, quiet, { kind: 'renewed' } as const) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('crashed', 'oom', 'load-failed', 'closed')
      .map((reason): PageEvent => ({ kind: 'lost', reason: reason as 'oom' })),
  },
);
const anyEvents = fc.array(anyEvent, { maxLength: 600 });

describe('L6 · whatever happens, in whatever order', () => {
  test.prop([anyEvents])('a silent window is never left for longer than the longest patience', (events) => {
    const { life } = play(events);
    expect(play(ticks(Math.max(limits.quiet, limits.opening, limits.rest)), life).opened.length).toBeGreaterThan(0);
  });

  test.prop([anyEvents])('a page that was lost is followed within 10 s, and by a visit within 30 s', (events) => {
    const { life } = play([...events, crash]);
    const soon = play([...events, crash, ...ticks(limits.reopening)]);
    const lost = life.tick;
    expect(soon.opened.some(({ tick: at }) => at >= lost)).toBe(true);
    const later = play([...events, crash, ...ticks(60)]);
    expect(later.opened.some(({ tick: at, what }) => at >= lost && what === 'visit')).toBe(true);
  });

  test.prop([fc.array(fc.constantFrom(tick, crash, beat, start, quiet), { maxLength: 2000 })], 100)(
    'at most six visits, and twelve pages, are opened in any minute',
    (events) => {
      const { opened } = play(events);
      for (const { tick: from } of opened) {
        const within = opened.filter(({ tick: at }) => at >= from && at - from < limits.loop);
        expect(within.length).toBeLessThanOrEqual(12);
        expect(within.filter(({ what }) => what === 'visit').length).toBeLessThanOrEqual(6);
      }
    },
  );
});

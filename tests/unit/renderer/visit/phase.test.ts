import { describe, expect, test as unit } from 'vitest';
import {
  MOST_OCCUPIED_MS,
  MOST_STEP_MS,
  type Phase,
  type PhaseEvent,
  nextPhase,
  timeLeft,
  waiting,
} from '../../../../renderer/visit/phase.ts';
import { fc, test } from '../../electron/property.ts';

const limits = { idleMs: 90_000, warningMs: 30_000 };
const next = (phase: Phase, event: PhaseEvent): Phase => nextPhase(phase, event, limits);
const all = (phase: Phase, events: readonly PhaseEvent[]): Phase => events.reduce(next, phase);

const shown = (place: 'attract' | 'welcome' | 'elsewhere'): PhaseEvent => ({ kind: 'shown', place });
const passed = (ms: number, isOccupied = false): PhaseEvent => ({ kind: 'passed', ms, isOccupied });
const seconds = (count: number, isOccupied = false): readonly PhaseEvent[] =>
  Array.from({ length: count }, () => passed(1000, isOccupied));
const acted: PhaseEvent = { kind: 'acted' };
const fresh: PhaseEvent = { kind: 'fresh' };
const ended: PhaseEvent = { kind: 'ended' };

const visiting = next(waiting, shown('elsewhere'));
const asking = all(visiting, seconds(90));

describe('X1 · a visit that nobody uses', () => {
  unit('goes from waiting through welcome to visiting, and from there only by its end back to waiting', () => {
    const welcome = next(waiting, shown('welcome'));
    expect(welcome.name).toBe('welcome');
    expect(next(welcome, shown('elsewhere')).name).toBe('visiting');
    expect(all(visiting, [ended]).name).toBe('ending');
    expect(all(visiting, [ended, fresh])).toEqual(waiting);
  });

  unit('is asked about after the site’s time, to the second, and any act begins that anew', () => {
    expect(all(visiting, seconds(89)).name).toBe('visiting');
    expect(asking.name).toBe('asking');
    expect(all(visiting, [...seconds(89), acted, ...seconds(89)]).name).toBe('visiting');
  });

  unit('is ended when nobody answers in time, and not a second sooner', () => {
    expect(all(asking, seconds(29)).name).toBe('asking');
    expect(all(asking, seconds(30)).name).toBe('ending');
  });

  unit('can be gone on with any number of times, where the visitor was', () => {
    let phase = next(waiting, shown('welcome'));
    for (let time = 0; time < 500; time += 1) {
      phase = all(phase, seconds(90));
      expect(phase.name).toBe('asking');
      phase = all(phase, [...seconds(29), acted]);
      expect(phase).toEqual(next(waiting, shown('welcome')));
    }
  });

  unit('is not asked about while a voice is heard, and has the whole time once it has ended', () => {
    const listened = all(visiting, [...seconds(60), ...seconds(600, true)]);
    expect(listened.name).toBe('visiting');
    expect(all(listened, seconds(89)).name).toBe('visiting');
    expect(all(listened, seconds(90)).name).toBe('asking');
  });

  unit('the time to answer waits for the voice that asks', () => {
    expect(all(asking, [...seconds(20, true), ...seconds(29)]).name).toBe('asking');
  });

  unit('a voice that is stuck keeps no visit for ever', () => {
    const stuck = seconds(MOST_OCCUPIED_MS / 1000 + 90, true);
    expect(all(visiting, stuck).name).toBe('asking');
    expect(all(visiting, [...stuck, ...seconds(30, true)]).name).toBe('ending');
  });

  unit('a computer that slept asks first, and what it slept while asking is not taken from the answer', () => {
    expect(next(visiting, passed(8 * 3_600_000)).name).toBe('asking');
    expect(timeLeft(next(visiting, passed(8 * 3_600_000)), limits)?.seconds).toBe(30);
    expect(all(asking, [...seconds(10), passed(8 * 3_600_000)]).name).toBe('asking');
  });

  unit('the attract screen waits for ever, without asking anybody', () => {
    expect(all(waiting, [passed(Number.MAX_SAFE_INTEGER), ...seconds(500)])).toEqual(waiting);
  });
});

describe('X1 · the time that is left', () => {
  unit('is told in steps of ten seconds, in half minutes where there are minutes', () => {
    const told = (warningMs: number) => {
      const phase = { ...asking };
      return Array.from({ length: warningMs / 1000 }, (_, second) =>
        timeLeft({ ...phase, quietMs: second * 1000 }, { ...limits, warningMs }),
      ).map((left) => left?.seconds);
    };
    expect([...new Set(told(30_000))]).toEqual([30, 20, 10]);
    expect([...new Set(told(25_000))]).toEqual([25, 20, 10]);
    expect([...new Set(told(120_000))]).toEqual([120, 90, 60, 30]);
    expect(timeLeft(asking, limits)).toEqual({ seconds: 30, steps: 3, ofSteps: 3 });
    expect(timeLeft(visiting, limits)).toBeUndefined();
  });
});

const YEARS_MS = 20 * 365 * 86_400_000;
const anyMs = fc.oneof(
  fc.integer({ min: 0, max: 2000 }),
  fc.integer({ min: -YEARS_MS, max: YEARS_MS }),
  fc.constantFrom(NaN, Infinity, -Infinity),
);
const anyEvent: fc.Arbitrary<PhaseEvent> = fc.oneof(
  fc.constant<PhaseEvent>(fresh),
  fc.constantFrom('attract' as const, 'welcome' as const, 'elsewhere' as const).map(shown),
  fc.constant<PhaseEvent>(acted),
  fc.constant<PhaseEvent>(ended),
  fc.record({ kind: fc.constant('passed' as const), ms: anyMs, isOccupied: fc.boolean() }),
);
const anyEvents = fc.array(anyEvent, { maxLength: 80 });

describe('X1–X3 · whatever happens, in whatever order', () => {
  test.prop([anyEvents])('nothing but a fresh start follows an end', (events) => {
    let phase = waiting;
    for (const event of events) {
      const before = phase;
      phase = next(phase, event);
      if (before.name === 'ending' && event.kind !== 'fresh') expect(phase).toEqual(before);
      if (event.kind === 'fresh') expect(phase).toEqual(waiting);
    }
  });

  test.prop([anyEvents])('no visit is stuck: left alone, it ends, and the next begins', (events) => {
    const left = all(all(waiting, events), seconds(90 + 30 + 1));
    expect(['waiting', 'ending']).toContain(left.name);
    expect(all(left, [fresh, shown('welcome')])).toEqual(next(waiting, shown('welcome')));
  });

  test.prop([anyEvents])(
    'time alone ends no visit that was not asked about, and not before the time to answer',
    (events) => {
      let phase = waiting;
      let counted = 0;
      for (const event of events) {
        const before = phase;
        phase = next(phase, event);
        if (before.name !== 'asking') counted = 0;
        if (before.name === 'asking' && event.kind === 'passed')
          counted += Math.min(Math.max(0, event.ms || 0), MOST_STEP_MS);
        if (phase.name === 'ending' && before.name !== 'ending' && event.kind !== 'ended') {
          expect(before.name).toBe('asking');
          expect(counted).toBeGreaterThanOrEqual(limits.warningMs);
        }
      }
    },
  );

  test.prop([anyEvents])('one act is enough to stay, at any time but the end', (events) => {
    const phase = next(all(waiting, events), acted);
    if (phase.name !== 'waiting' && phase.name !== 'ending')
      expect(phase).toEqual({ name: phase.before, before: phase.before, quietMs: 0, occupiedMs: 0 });
  });
});

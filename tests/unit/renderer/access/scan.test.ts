import { beforeEach, describe, expect, test } from 'vitest';
import { FIRST_STEP_FACTOR, type Mark, PASSES, Scan, type ScanClock } from '../../../../renderer/access/scan.ts';

const DWELL_MS = 1000;

/** A clock that goes when it is told to. */
class FakeClock implements ScanClock {
  #now = 0;
  #waiting: { readonly at: number; readonly act: () => void }[] = [];

  readonly after = (ms: number, act: () => void): (() => void) => {
    const waiting = { at: this.#now + ms, act };
    this.#waiting.push(waiting);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
    };
  };

  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#waiting = this.#waiting.filter((other) => other !== due);
      this.#now = due.at;
      due.act();
    }
    this.#now = end;
  }

  get isStill(): boolean {
    return this.#waiting.length === 0;
  }
}

const words = (mark: Mark<string> | undefined): string => {
  if (mark === undefined) return '';
  if (mark.kind === 'waiting') return 'waiting';
  return mark.kind === 'item' ? mark.item : `${mark.kind === 'up' ? 'up from ' : ''}${mark.row.join(' ')}`;
};

let clock: FakeClock;
let rows: readonly (readonly string[])[];
let dwellMs: number | undefined;
let shown: string;
let chosen: string[];
let isBeingSaid: boolean;
let scan: Scan<string>;

beforeEach(() => {
  clock = new FakeClock();
  rows = [['a', 'b'], ['c'], ['d', 'e', 'f']];
  dwellMs = DWELL_MS;
  shown = '';
  chosen = [];
  isBeingSaid = false;
  scan = new Scan({
    rows: () => rows,
    dwellMs: () => dwellMs,
    clock,
    isBeingSaid: () => isBeingSaid,
    onMark: (mark) => (shown = words(mark)),
    choose: (item) => void chosen.push(item),
  });
});

const steps = (count: number): void => clock.pass(count * DWELL_MS);

/** The first step of a pass, which takes longer. */
const firstStep = (): void => clock.pass(FIRST_STEP_FACTOR * DWELL_MS);

describe('I5 · one switch', () => {
  test('goes from row to row, the first step of each pass longer', () => {
    scan.begin();
    expect(shown).toBe('a b');
    clock.pass(FIRST_STEP_FACTOR * DWELL_MS - 1);
    expect(shown, 'the first is shown for longer').toBe('a b');
    clock.pass(1);
    expect(shown).toBe('c');
    steps(1);
    expect(shown).toBe('d e f');
    steps(1);
    expect(shown).toBe('a b');
    clock.pass(FIRST_STEP_FACTOR * DWELL_MS - 1);
    expect(shown, 'again at the start of the next pass').toBe('a b');
  });

  test('a press goes into a row, the next press chooses the item that is shown', () => {
    scan.begin('e');
    scan.press();
    expect(shown).toBe('d');
    expect(chosen).toEqual([]);
    firstStep();
    expect(shown).toBe('e');
    scan.press();
    expect(chosen).toEqual(['e']);
    expect(shown, 'it stays, to be pressed again').toBe('e');
    scan.press();
    expect(chosen).toEqual(['e', 'e']);
    firstStep();
    expect(shown, 'and it goes on with the same row').toBe('d e f');
  });

  test('a row of one thing is chosen at once', () => {
    scan.begin('c');
    scan.press();
    expect(chosen).toEqual(['c']);
  });

  test('after the items of a row one step goes back up', () => {
    scan.begin();
    scan.press();
    firstStep();
    steps(1);
    expect(shown).toBe('up from a b');
    scan.press();
    expect(shown).toBe('a b');
    expect(chosen).toEqual([]);
    firstStep();
    expect(shown).toBe('c');
  });

  test('items gone through without a press lead back to the rows', () => {
    scan.begin();
    scan.press();
    for (let pass = 0; pass < PASSES; pass += 1) {
      expect(shown).toBe('a');
      firstStep();
      steps(2);
    }
    expect(shown).toBe('a b');
  });

  test('after a few passes without a press it stops and waits; a press goes on', () => {
    scan.begin();
    for (let pass = 0; pass < PASSES; pass += 1) {
      expect(shown).toBe('a b');
      firstStep();
      steps(2);
    }
    expect(shown).toBe('waiting');
    expect(clock.isStill).toBe(true);
    scan.press();
    expect(shown).toBe('a b');
    expect(chosen, 'the press that goes on chooses nothing').toEqual([]);
  });

  test('what is being said is heard to its end before the next step', () => {
    scan.begin();
    isBeingSaid = true;
    firstStep();
    steps(2);
    expect(shown).toBe('a b');
    isBeingSaid = false;
    clock.pass(250);
    expect(shown).toBe('c');
  });

  test('a voice that never ends does not hold it for ever', () => {
    isBeingSaid = true;
    scan.begin();
    steps(20);
    expect(shown).toBe('c');
  });

  test('rows that come and go beside it do not lead it astray', () => {
    scan.begin('c');
    rows = [['x'], ['y'], ...rows];
    firstStep();
    expect(shown).toBe('d e f');
    rows = [['z']];
    steps(1);
    expect(shown).toBe('z');
    scan.press();
    expect(chosen).toEqual(['z']);
  });

  test('a row that has gone while its items were shown presses nothing else', () => {
    scan.begin('d');
    scan.press();
    rows = [['z', 'y']];
    scan.press();
    expect(chosen).toEqual([]);
    expect(shown).toBe('z y');
  });

  test('a press meant for a row that has just gone chooses nothing in its place', () => {
    scan.begin('a');
    rows = [['z']];
    scan.press();
    expect(chosen).toEqual([]);
    expect(shown).toBe('z');
  });

  test('where there is nothing to press it waits', () => {
    rows = [];
    scan.begin();
    expect(shown).toBe('waiting');
    scan.press();
    scan.next();
    expect(chosen).toEqual([]);
  });

  test('stopped, it shows nothing more', () => {
    scan.begin();
    scan.stop();
    steps(9);
    expect(shown).toBe('a b');
    expect(clock.isStill).toBe(true);
  });
});

describe('I5 · two switches', () => {
  beforeEach(() => {
    dwellMs = undefined;
  });

  test('one goes on and the other chooses; nothing moves by itself', () => {
    scan.begin();
    steps(100);
    expect(shown).toBe('a b');
    scan.next();
    scan.next();
    expect(shown).toBe('d e f');
    scan.press();
    scan.next();
    scan.next();
    expect(shown).toBe('f');
    scan.press();
    expect(chosen).toEqual(['f']);
    scan.next();
    expect(shown).toBe('d e f');
  });

  test('it goes round for as long as somebody wants, and never waits', () => {
    scan.begin();
    for (let step = 0; step < 30; step += 1) scan.next();
    expect(shown).toBe('a b');
    scan.press();
    for (let step = 0; step < 30; step += 1) scan.next();
    expect(shown).toBe('a');
  });
});

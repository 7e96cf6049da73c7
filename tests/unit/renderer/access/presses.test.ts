import { describe, expect, test } from 'vitest';
import {
  type Contact,
  DRAWN_MM,
  PALM_MM,
  type PressTimes,
  Presses,
  STUCK_MS,
} from '../../../../renderer/access/presses.ts';

const finger = (atMs: number, more: Partial<Contact> = {}): Contact => ({
  id: 1,
  atMs,
  xMm: 50,
  yMm: 50,
  breadthMm: 9,
  ...more,
});

const pressesWith = (times: PressTimes): Presses => new Presses(() => times);

const usual: PressTimes = { holdMs: 0, ignoreMs: 0 };
const steady: PressTimes = { holdMs: 300, ignoreMs: 500 };

describe('I1 · what presses', () => {
  test('a finger that is lifted where it came down, however slowly', () => {
    const presses = pressesWith(usual);
    presses.down(finger(0));
    expect(presses.up(finger(40))).toBe(1);
    presses.down(finger(5000));
    expect(presses.up(finger(8000))).toBe(1);
  });

  test('the first finger only, of ten at once', () => {
    const presses = pressesWith(usual);
    expect(presses.down(finger(0))).toBe(true);
    for (let id = 2; id <= 10; id += 1) expect(presses.down(finger(id, { id }))).toBe(false);
    for (let id = 2; id <= 10; id += 1) expect(presses.up(finger(100 + id, { id }))).toBe(0);
    expect(presses.up(finger(200))).toBe(1);
  });

  test('no palm, and no finger that lies down to become one', () => {
    const presses = pressesWith(usual);
    expect(presses.down(finger(0, { breadthMm: PALM_MM + 1 }))).toBe(false);
    expect(presses.down(finger(1, { id: 2 })), 'a finger beside it does').toBe(true);
    expect(presses.move(finger(50, { id: 2, breadthMm: PALM_MM + 1 }))).toBe(true);
    expect(presses.up(finger(100, { id: 2 }))).toBe(0);
  });

  test('nothing that the browser took away for scrolling', () => {
    const presses = pressesWith(usual);
    presses.down(finger(0));
    presses.cancel(1);
    expect(presses.up(finger(100))).toBe(0);
  });

  test('nothing that was drawn over the screen', () => {
    const presses = pressesWith(usual);
    presses.down(finger(0));
    expect(presses.up(finger(100, { xMm: 50 + DRAWN_MM + 1 }))).toBe(0);
  });

  test('what never comes up keeps nobody from pressing for long', () => {
    const presses = pressesWith(usual);
    presses.down(finger(0));
    expect(presses.down(finger(STUCK_MS - 1, { id: 2 }))).toBe(false);
    expect(presses.down(finger(STUCK_MS, { id: 3 }))).toBe(true);
    expect(presses.up(finger(STUCK_MS + 80, { id: 3 }))).toBe(1);
  });

  test('taps in one place are counted, and elsewhere or later they are first ones', () => {
    const presses = pressesWith(usual);
    const tap = (atMs: number, xMm = 50): number => {
      presses.down(finger(atMs, { xMm }));
      return presses.up(finger(atMs + 30, { xMm }));
    };
    expect([tap(0), tap(200), tap(400)]).toEqual([1, 2, 3]);
    expect(tap(1000)).toBe(1);
    expect(tap(1200, 90)).toBe(1);
  });
});

describe('I2 · hands that shake', () => {
  test('what is held too briefly is no press', () => {
    const presses = pressesWith(steady);
    presses.down(finger(0));
    expect(presses.up(finger(299))).toBe(0);
    presses.down(finger(400));
    expect(presses.up(finger(700))).toBe(1);
  });

  test('after a press nothing is one for a while, wherever it is, and then again', () => {
    const presses = pressesWith(steady);
    presses.down(finger(0));
    expect(presses.up(finger(300))).toBe(1);
    expect(presses.down(finger(799, { xMm: 200 }))).toBe(false);
    expect(presses.down(finger(800, { id: 2 }))).toBe(true);
  });

  test('switches too are not pressed twice', () => {
    const presses = pressesWith(steady);
    expect([0, 100, 499, 500, 900, 1000].map((atMs) => presses.press(atMs))).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
    ]);
  });
});

import { expect, test } from 'vitest';
import { MouseMoves } from '../../../../renderer/access/activity.ts';

test('X1 · a mouse that trembles by less than 4 px, for however long, is nobody’s hand', () => {
  const moves = new MouseMoves();
  for (let at = 0; at < 100_000; at += 20)
    expect(moves.moved(500 + (at % 3), 500 - (at % 2), at), `at ${String(at)} ms`).toBe(false);
});

test('X1 · one that creeps over a worn table is none either', () => {
  const moves = new MouseMoves();
  for (let at = 0; at < 100_000; at += 500) expect(moves.moved(at / 500, 0, at)).toBe(false);
});

test('X1 · one that is moved is', () => {
  const moves = new MouseMoves();
  moves.moved(500, 500, 0);
  expect(moves.moved(503, 504, 40)).toBe(true);
  expect(moves.moved(520, 504, 80)).toBe(true);
});

import { describe, expect, test, vi } from 'vitest';
import { LongPress } from '../../../../renderer/access/long-press.ts';

/** A clock that stands still until it is told otherwise. */
const pressOf = (afterMs: number) => {
  let due: { readonly act: () => void; readonly atMs: number } | undefined;
  let nowMs = 0;
  const onHeld = vi.fn();
  const press = new LongPress({
    afterMs,
    onHeld,
    later: (act, ms) => {
      const mine = { act, atMs: nowMs + ms };
      due = mine;
      return () => {
        if (due === mine) due = undefined;
      };
    },
  });
  const passes = (ms: number): void => {
    nowMs += ms;
    if (due === undefined || due.atMs > nowMs) return;
    due.act();
    due = undefined;
  };
  return { press, onHeld, passes };
};

describe('R7 · a key that is held', () => {
  test('means something once its time has passed, and not before; once, however long it is held', () => {
    const { press, onHeld, passes } = pressOf(2000);
    press.down('Enter');
    passes(1999);
    expect(onHeld).not.toHaveBeenCalled();
    press.down('Enter');
    passes(1);
    expect(onHeld).toHaveBeenCalledTimes(1);
    for (let repeat = 0; repeat < 100; repeat += 1) {
      press.down('Enter');
      passes(1000);
    }
    expect(onHeld).toHaveBeenCalledTimes(1);
    press.up('Enter');
    press.down('Enter');
    passes(2000);
    expect(onHeld).toHaveBeenCalledTimes(2);
  });

  test('and is let go of, or followed by another, means nothing', () => {
    const { press, onHeld, passes } = pressOf(2000);
    press.down('Enter');
    passes(1000);
    press.up('Enter');
    passes(5000);
    press.down('Enter');
    press.down('VolumeMute');
    press.up('VolumeMute');
    passes(5000);
    press.down('Enter');
    press.cancel();
    passes(5000);
    expect(onHeld).not.toHaveBeenCalled();
  });

  test('is not let go of by another key', () => {
    const { press, onHeld, passes } = pressOf(2000);
    press.down('Enter');
    press.up('ArrowUp');
    passes(2000);
    expect(onHeld).toHaveBeenCalledTimes(1);
  });
});

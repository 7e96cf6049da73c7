/** Whether the kiosk is still the one that served the page (L6). */
import { describe, expect, test } from 'vitest';
import { type BeatingPage, Heartbeat } from '../../../../renderer/app/heartbeat.ts';

type Answer = 'known' | 'changed' | 'stranger' | 'gone';
type Reply = Awaited<ReturnType<BeatingPage['host']['heartbeat']>>;

const replies: Readonly<Record<Answer, Reply>> = {
  known: { ok: true, value: { startAnew: false } },
  changed: { ok: true, value: { startAnew: true } },
  stranger: { ok: false, error: { code: 'refused' } },
  gone: { ok: false, error: { code: 'unavailable' } },
};

/** After which of the answers the page was loaded again, counted from 1. */
const begunAnewAt = async (rest: ReturnType<BeatingPage['rest']>, answers: readonly Answer[]): Promise<number[]> => {
  const begun: number[] = [];
  let count = 0;
  const heartbeat = new Heartbeat({
    host: { heartbeat: () => Promise.resolve(replies[answers[count] ?? 'known']) },
    rest: () => rest,
    beginAnew: () => void begun.push(count + 1),
  });
  for (; count < answers.length; count += 1) await heartbeat.beat();
  return begun;
};

describe('L6 · a page whose kiosk', () => {
  test('is well, or does not answer, stays as it is', async () => {
    expect(await begunAnewAt('waiting', ['known', 'gone', 'gone', 'known'])).toEqual([]);
    expect(await begunAnewAt('resting', ['gone', 'gone'])).toEqual([]);
  });

  test('is another one now is loaded again, but never under a visitor', async () => {
    expect(await begunAnewAt('waiting', ['known', 'gone', 'stranger'])).toEqual([3]);
    expect(await begunAnewAt('resting', ['gone', 'gone', 'stranger'])).toEqual([3]);
    expect(await begunAnewAt(undefined, ['known', 'gone', 'stranger'])).toEqual([]);
  });

  test('has other content is loaded again, but never under a visitor (B2)', async () => {
    expect(await begunAnewAt('waiting', ['known', 'changed'])).toEqual([2]);
    expect(await begunAnewAt(undefined, ['known', 'changed', 'changed'])).toEqual([]);
  });

  test('answers again is loaded again while it rests', async () => {
    expect(await begunAnewAt('resting', ['gone', 'gone', 'known'])).toEqual([3]);
  });

  test('was another one before the first beat had its answer is loaded again too', async () => {
    expect(await begunAnewAt('waiting', ['stranger'])).toEqual([1]);
    expect(await begunAnewAt('resting', ['gone', 'stranger'])).toEqual([2]);
  });
});

/** The highlight: the sentence and the word being spoken, in step with the sound; the page follows (R2). */
import type { Narration } from '../../content/format/index.ts';
import { compiledNarration } from '../support/content.ts';
import { type Frame, framesOf, hears, listen, playsOf, spokenBox } from '../support/ears.ts';
import { expect, test } from '../support/test.ts';
import { PAGE } from '../support/words.ts';

/** EN 301 549 7.1.2 by analogy (standards.md). */
const IN_STEP_MS = 100;

/** Why a frame's highlight was out of step with its sound, or `undefined` when it was right. */
const faultOf = (frame: Frame, narration: Narration): string | undefined => {
  const [, id = ''] = (frame.passage ?? '').split('#');
  const sentence = narration.passages[id]?.find(({ start }) => start === frame.sentence);
  if (sentence?.clip !== frame.clip) return `${frame.clip} sounds while another sentence is marked`;
  const index = sentence.words.findIndex(([start]) => start === frame.word);
  const word = sentence.words[index];
  // Before the first word has begun, none is marked.
  if (word === undefined) return (sentence.words[0]?.[2] ?? 0) + IN_STEP_MS >= frame.timeMs ? undefined : 'no word';
  const until = sentence.words[index + 1]?.[2] ?? Number.POSITIVE_INFINITY;
  const inStep = frame.timeMs >= word[2] - IN_STEP_MS && frame.timeMs <= until + IN_STEP_MS;
  return inStep ? undefined : `word ${String(index)} of ${id} marked at ${String(Math.round(frame.timeMs))} ms`;
};

for (const speed of [1, 2] as const) {
  test(`R2 · at ${String(speed)}× sentence and word are marked within 100 ms of the sound`, async ({ kiosk }) => {
    await listen(kiosk.page);
    await kiosk.opensPage('overall');
    const narration = await compiledNarration(kiosk.page.request, kiosk.url, `pages/${PAGE}`);
    await kiosk.asksToRead();
    if (speed === 2) await kiosk.makesTheReaderFastest();
    await expect.poll(async () => new Set(await playsOf(kiosk.page)).size, { timeout: 40_000 }).toBeGreaterThan(3);
    const frames = (await framesOf(kiosk.page)).filter(({ timeMs }) => timeMs > 0);
    expect(frames.length, 'the sound was watched').toBeGreaterThan(30);
    const faults = frames.map((frame) => faultOf(frame, narration)).filter((fault) => fault !== undefined);
    expect(faults).toEqual([]);
    expect(new Set(frames.map(({ word }) => word)).size, 'word after word was marked').toBeGreaterThan(5);
  });
}

test('R2 · within a sentence the mark only ever moves on', async ({ kiosk }) => {
  await listen(kiosk.page);
  await kiosk.opensPage('overall');
  await kiosk.asksToRead();
  await expect.poll(async () => new Set(await playsOf(kiosk.page)).size, { timeout: 40_000 }).toBeGreaterThan(2);
  const last = new Map<string, number>();
  const backwards: Frame[] = [];
  for (const frame of await framesOf(kiosk.page)) {
    if (frame.word === null) continue;
    if (frame.word < (last.get(frame.clip) ?? 0)) backwards.push(frame);
    last.set(frame.clip, frame.word);
  }
  expect(last.size).toBeGreaterThan(1);
  expect(backwards).toEqual([]);
});

test('R2 · the page follows the voice: what is spoken is always on the screen', async ({ kiosk }) => {
  await listen(kiosk.page);
  await kiosk.page.setViewportSize({ width: 1366, height: 768 });
  await kiosk.opensPage('in-short');
  await kiosk.asksToRead();
  await hears(kiosk.page);
  for (let sentence = 0; sentence < 12; sentence += 1) {
    const plays = (await playsOf(kiosk.page)).length;
    await kiosk.tellsTheReader('next');
    await expect.poll(async () => (await playsOf(kiosk.page)).length).toBeGreaterThan(plays);
    const box = await spokenBox(kiosk.page);
    expect(box, 'a sentence is marked').not.toBeNull();
    if (box === null) continue;
    expect(box.top).toBeGreaterThanOrEqual(box.windowTop - 1);
    expect(box.bottom).toBeLessThanOrEqual(box.windowBottom + 1);
  }
});

test('R5 · where words are not timed, as in a poor recording, the sentence alone is marked', async ({ kiosk }) => {
  await kiosk.page.route(`**/narration/pages/${PAGE}.json`, async (route) => {
    const narration = (await (await route.fetch()).json()) as Narration;
    const passages = Object.entries(narration.passages).map(([id, sentences]) => {
      return [id, sentences.map((sentence) => ({ ...sentence, words: [] }))] as const;
    });
    await route.fulfill({ json: { ...narration, passages: Object.fromEntries(passages) } });
  });
  await listen(kiosk.page);
  await kiosk.opensPage('overall');
  await kiosk.asksToRead();
  await expect.poll(async () => new Set(await playsOf(kiosk.page)).size, { timeout: 40_000 }).toBeGreaterThan(2);
  const frames = (await framesOf(kiosk.page)).filter(({ timeMs }) => timeMs > 0);
  expect(frames.length, 'the sound was watched').toBeGreaterThan(30);
  expect(frames.filter(({ sentence }) => sentence === null)).toEqual([]);
  expect(frames.filter(({ word }) => word !== null)).toEqual([]);
});

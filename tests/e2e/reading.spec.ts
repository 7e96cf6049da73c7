/** Read aloud: only when asked, as told, and to the end (R1, R3, R8). */
import { compiledNarration } from '../support/content.ts';
import { hears, isHighlighted, listen, playsOf, soundOf } from '../support/ears.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

const clipsOf = async (kiosk: Kiosk, ...passages: string[]) => {
  const narration = await compiledNarration(kiosk.page.request, kiosk.url, `pages/${PAGE}`);
  return passages.flatMap((passage) => (narration.passages[passage] ?? []).map(({ clip }) => clip));
};

bothWays('R8 · no sound before it is asked for, on no view', async (kiosk) => {
  await listen(kiosk.page);
  for (const address of ['#/', '#/home', '#/words', `#/page/${PAGE}`]) {
    await kiosk.opens(address);
    await kiosk.page.reload();
    await kiosk.title.or(kiosk.attract).first().waitFor();
    expect(await playsOf(kiosk.page)).toEqual([]);
  }
  await kiosk.opensTheColoursPanel();
  await kiosk.readsOn();
  expect(await playsOf(kiosk.page)).toEqual([]);
});

bothWays('R1 · Read to me reads the page from its title; pause, go on, stop', async (kiosk) => {
  await listen(kiosk.page);
  await kiosk.opensPage();
  await kiosk.asksToRead();
  await hears(kiosk.page);
  await kiosk.tellsTheReader('pause');
  await expect.poll(async () => (await soundOf(kiosk.page))?.paused).toBe(true);
  expect(await isHighlighted(kiosk.page), 'the place stays marked while paused').toBe(true);
  const paused = await soundOf(kiosk.page);
  await kiosk.tellsTheReader('play');
  await expect.poll(async () => (await soundOf(kiosk.page))?.paused).toBe(false);
  await kiosk.tellsTheReader('stop');
  await expect.poll(() => isHighlighted(kiosk.page)).toBe(false);
  await expect.poll(async () => (await soundOf(kiosk.page))?.paused).toBe(true);
  const [first] = await playsOf(kiosk.page);
  expect(await clipsOf(kiosk, 'page.sample', 'page.title'), 'it began at the beginning').toContain(first);
  expect(paused?.timeMs).toBeGreaterThan(0);
});

bothWays('R1 · next, before and again go sentence by sentence', async (kiosk) => {
  await listen(kiosk.page);
  await kiosk.opensPage();
  await kiosk.asksToRead();
  await hears(kiosk.page);
  const plays = async (count: number) => {
    await expect.poll(async () => (await playsOf(kiosk.page)).length).toBe(count);
    return playsOf(kiosk.page);
  };
  await kiosk.tellsTheReader('pause');
  const before = (await playsOf(kiosk.page)).length;
  const here = (await playsOf(kiosk.page)).at(-1);
  await kiosk.tellsTheReader('next');
  const following = (await plays(before + 1)).at(-1);
  expect(following).not.toBe(here);
  await kiosk.tellsTheReader('previous');
  expect((await playsOf(kiosk.page)).at(-1)).toBe(here);
  await kiosk.tellsTheReader('repeat');
  expect((await playsOf(kiosk.page)).at(-1)).toBe(here);
});

bothWays('R3 · seven speeds from 0.5 to 2, the pitch kept, and ten steps of volume', async (kiosk) => {
  await listen(kiosk.page);
  await kiosk.opensPage();
  await kiosk.asksToRead();
  await hears(kiosk.page);
  const rate = async () => (await soundOf(kiosk.page))?.rate;
  const volume = async () => Math.round(((await soundOf(kiosk.page))?.volume ?? 0) * 10);
  expect(await rate()).toBe(1);
  for (const speed of [1.25, 1.5, 1.75, 2, 2]) {
    await kiosk.tellsTheReader('faster');
    await expect.poll(rate).toBe(speed);
  }
  for (const speed of [1.75, 1.5, 1.25, 1, 0.75, 0.5, 0.5]) {
    await kiosk.tellsTheReader('slower');
    await expect.poll(rate).toBe(speed);
  }
  expect((await soundOf(kiosk.page))?.keepsPitch).toBe(true);
  await expect(kiosk.panel('reading')).toContainText(words.format('reading.speed', { speed: '0.5×' }));
  for (const level of [8, 9, 10, 10]) {
    await kiosk.tellsTheReader('louder');
    await expect.poll(volume).toBe(level);
  }
  for (const level of [9, 8, 7, 6]) {
    await kiosk.tellsTheReader('quieter');
    await expect.poll(volume).toBe(level);
  }
});

test('R1 · touching a paragraph reads from there', async ({ kiosk }) => {
  await listen(kiosk.page);
  await kiosk.opensPage('overall');
  await kiosk.asksToRead();
  await hears(kiosk.page);
  await kiosk
    .part('overall')
    .locator('p')
    .nth(1)
    .tap({ position: { x: 200, y: 10 } });
  const [expected] = await clipsOf(kiosk, 'overall.2');
  await expect.poll(async () => (await playsOf(kiosk.page)).at(-1)).toBe(expected);
});

test('R1 · reading goes on from passage to passage in the order of the screen, and ends at the end', async ({
  kiosk,
}) => {
  await listen(kiosk.page);
  await kiosk.opens('#/home');
  const messages = await compiledNarration(kiosk.page.request, kiosk.url, 'messages');
  const home = await compiledNarration(kiosk.page.request, kiosk.url, 'home');
  const keys = await kiosk.page
    .locator('kiosk-home [data-passage]')
    .evaluateAll((passages) => passages.map((passage) => passage.getAttribute('data-passage') ?? ''));
  const expected = keys.flatMap((key) => {
    const [source, id = ''] = key.split('#');
    const { passages } = source === 'messages' ? messages : home;
    return (passages[id] ?? []).map(({ clip }) => clip);
  });
  expect(expected.length).toBeGreaterThanOrEqual(keys.length);
  await kiosk.asksToRead();
  await kiosk.makesTheReaderFastest();
  await expect.poll(() => playsOf(kiosk.page), { timeout: 40_000 }).toEqual(expected);
  await expect.poll(() => isHighlighted(kiosk.page), { timeout: 20_000 }).toBe(false);
  await expect(kiosk.readingButton('play')).toBeVisible();
  expect(await playsOf(kiosk.page)).toEqual(expected);
});

bothWays('R1 · going elsewhere stops the voice', async (kiosk) => {
  await listen(kiosk.page);
  await kiosk.opensPage();
  await kiosk.asksToRead();
  await hears(kiosk.page);
  await kiosk.goesHome();
  await expect(kiosk.title).toHaveText(words.text('home.title'));
  await expect.poll(async () => (await soundOf(kiosk.page))?.paused).toBe(true);
  expect(await isHighlighted(kiosk.page)).toBe(false);
});

bothWays('R1, X2 · ending the visit stops the voice', async (kiosk) => {
  await listen(kiosk.page);
  await kiosk.opensPage();
  await kiosk.asksToRead();
  await hears(kiosk.page);
  await kiosk.endsTheVisit();
  await expect(kiosk.attract).toBeVisible();
  await expect.poll(async () => (await soundOf(kiosk.page))?.paused).toBe(true);
  expect(await isHighlighted(kiosk.page)).toBe(false);
});

bothWays('C4 · a meaning can be heard by itself', async (kiosk) => {
  await listen(kiosk.page);
  await kiosk.opensPage('the-words');
  await kiosk.presses(kiosk.part('the-words').locator('button.term').filter({ hasText: 'refractory' }));
  await kiosk.presses(kiosk.button(words.text('term.hear')));
  const glossary = await compiledNarration(kiosk.page.request, kiosk.url, 'glossary');
  const key = (await kiosk.meaning.locator('[data-passage]').first().getAttribute('data-passage')) ?? '';
  const [expected] = glossary.passages[key.slice(key.indexOf('#') + 1)] ?? [];
  expect(expected).toBeDefined();
  await expect.poll(async () => (await playsOf(kiosk.page)).at(0)).toBe(expected?.clip);
  // To its end, and no further: nothing of the page is read.
  const ofTheWord = Object.values(glossary.passages).flatMap((sentences) => sentences.map(({ clip }) => clip));
  await expect.poll(async () => (await playsOf(kiosk.page)).length).toBeGreaterThan(1);
  await expect.poll(() => isHighlighted(kiosk.page), { timeout: 30_000 }).toBe(false);
  for (const clip of await playsOf(kiosk.page)) expect(ofTheWord).toContain(clip);
});

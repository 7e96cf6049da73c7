/**
 * What a family comes for, from the attract screen and back to it, with one way of acting and nothing else
 * (principle 2, Q2): find a word's meaning, read the page and hear it, end the visit. By switches and by ear alone:
 * `switches.spec.ts` and `by-ear.spec.ts`.
 */
import { compiledNarration } from '../support/content.ts';
import { hears, isHighlighted, listen, playsOf, soundOf } from '../support/ears.ts';
import { hands, keypads, sendsKey } from '../support/hands.ts';
import { Kiosk } from '../support/kiosk.ts';
import { expect, test } from '../support/test.ts';
import { PAGE, words, wordsOf } from '../support/words.ts';

/** What the visitor reads on the way, in their language. */
const tongues = [
  {
    language: 'en-GB',
    folder: 'en-gb',
    words,
    topic: 'Neuroblastoma',
    page: 'Neuroblastoma that did not go away',
    word: /relapse/,
    meaning: 'return of a cancer after treatment',
  },
  {
    language: 'ar',
    folder: 'ar',
    words: wordsOf('ar'),
    topic: 'الورم الأرومي العصبي',
    page: 'الورم الأرومي العصبي الذي لم يزل، أو عاد',
    word: /انتكاس|انتكس/,
    meaning: 'عودة السرطان بعد العلاج',
  },
] as const;

/** The kiosk as somebody uses it who reads one of these languages. */
const readIn = (kiosk: Kiosk, spoken: (typeof tongues)[number]): Kiosk =>
  new Kiosk(kiosk.page, kiosk.hand, kiosk.url, kiosk.watch, spoken.words);

/** A screenful on, as somebody does it who has these keys; keypads go on in the direction of reading. */
const readsOn = async (kiosk: Kiosk, isRightToLeft: boolean): Promise<void> => {
  const name = kiosk.hand.name;
  if (name === 'touch') await kiosk.readsOn();
  else if (name === 'keyboard') await kiosk.page.keyboard.press('PageDown');
  else if (name === 'keypad') await sendsKey(kiosk.page, isRightToLeft ? 'ArrowLeft' : 'ArrowRight');
  else await sendsKey(kiosk.page, isRightToLeft ? 'MediaTrackPrevious' : 'MediaTrackNext');
};

const isScrolledTo = (kiosk: Kiosk): Promise<number> => kiosk.scroller.evaluate(({ scrollTop }) => scrollTop);

for (const hand of [...Object.values(hands), ...Object.values(keypads)]) {
  for (const tongue of tongues) {
    test(`I1–I4, C10 · a word's meaning, the page read and heard, the visit ended – by ${hand.name}, in ${tongue.language}`, async ({
      inHand,
    }) => {
      test.slow();
      const english = inHand(hand);
      const { page } = english;
      await listen(page);
      await english.opens();
      await english.touchesTheScreen();
      await expect(english.title).toHaveText(words.text('ways.title'));
      if (tongue.language !== 'en-GB') {
        const opener = page.locator('kiosk-header [data-panel="language"]');
        await english.presses(opener);
        await english.presses(english.panel('language').locator(`button[lang="${tongue.language}"]`));
        await expect(page.locator('html')).toHaveAttribute('lang', tongue.language);
        await english.presses(opener);
      }
      const kiosk = readIn(english, tongue);
      await kiosk.presses(kiosk.start);
      await kiosk.choosesCard(tongue.topic);
      await kiosk.choosesCard(tongue.page);
      await expect(kiosk.title).toContainText(tongue.page);

      await kiosk.presses(kiosk.word(tongue.word));
      await expect(kiosk.meaning).toContainText(tongue.meaning);
      await expect(kiosk.meaning).toContainText(kiosk.words.text('term.hear'));

      const before = await isScrolledTo(kiosk);
      await readsOn(kiosk, tongue.words.direction === 'rtl');
      await expect.poll(() => isScrolledTo(kiosk), 'the page is read on').toBeGreaterThan(before);

      expect(await playsOf(page), 'nothing has sounded by itself').toEqual([]);
      await kiosk.asksToRead();
      await hears(page);
      expect(await isHighlighted(page)).toBe(true);
      const narration = await compiledNarration(page.request, kiosk.url, `pages/${PAGE}`, tongue.folder);
      const interfaceWords = await compiledNarration(page.request, kiosk.url, 'messages', tongue.folder);
      // A keypad has gone through all of the page on its way to the tool: it is read from what is seen there, its end.
      const related = interfaceWords.passages['page.related'] ?? [];
      const clips = [...Object.values(narration.passages).flat(), ...related].map(({ clip }) => clip);
      expect(clips, 'it is the page, in the language that is read').toContain((await playsOf(page))[0]);
      await kiosk.tellsTheReader('stop');
      await expect.poll(async () => (await soundOf(page))?.paused).toBe(true);

      await kiosk.endsTheVisit();
      await expect(kiosk.attract).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
    });
  }
}

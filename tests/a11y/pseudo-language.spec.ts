/**
 * Every screen in a language made up for tests, longer than English: nothing is left untranslated, and no word is
 * cut in the largest size (C10, D1).
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { InterfaceSource } from '../../content/format/index.ts';
import { inRoot } from '../support/checkout.ts';
import { dress } from '../support/look.ts';
import { PSEUDO_LANGUAGE } from '../support/pseudo/folder.ts';
import { site, test } from '../support/pseudo/test.ts';
import { type Allowed, untranslated, writtenOn } from '../support/pseudo/written.ts';
import { survey } from '../support/survey.ts';
import { type Screen, asking, covered, divided, ideas, panels, sizes, views } from '../support/screens.ts';
import { expect } from '../support/test.ts';

/** A letter's own overhang is not lost. */
const CUT_PX = 2;

// The content is built once, by one worker.
test.describe.configure({ mode: 'default', timeout: 120_000 });

const { messages } = parse(readFileSync(inRoot('content', 'en', 'interface.yaml'), 'utf8')) as InterfaceSource;

/** How English is offered where another language is chosen, and what the compiler writes into English pages. */
const isEnglishOnly = (key: string): boolean =>
  ['language.name', 'attract.welcome', 'attract.start', 'sample.notice'].includes(key) || key.startsWith('compiled.');

const allowed: Allowed = {
  language: PSEUDO_LANGUAGE,
  original: 'en-GB',
  site: [site.hospitalName, site.deskDirections],
  interface: new Set(Object.entries(messages).flatMap(([key, text]) => (isEnglishOnly(key) ? [] : [text]))),
};

const languagePanel: Screen = {
  name: 'the panel of languages',
  reach: async (kiosk) => {
    await kiosk.opens('#/home');
    await kiosk.presses(kiosk.page.locator('kiosk-header [data-panel="language"]'));
    await kiosk.panel('language').waitFor();
  },
};

/** Clips without a sound cannot be played, and the panel says so. */
const silentVoicePanel: Screen = {
  name: 'the panel of the voice, without sound',
  reach: async (kiosk) => {
    kiosk.watch.expectTrouble(/clip-failed/);
    await kiosk.opens('#/home');
    await kiosk.asksToRead();
    await kiosk.panel('reading').getByText(kiosk.words.text('reading.silent')).waitFor();
  },
};

/** Walked in its state without sound; and letters are the alphabet of a language, which nobody translates. */
const notWalked = ['the panel of the voice', 'the panel of letters'];

const quietPanels = panels.filter(({ name }) => !notWalked.includes(name));

for (const screen of [
  ...views,
  covered,
  ...asking,
  ...divided,
  ...ideas,
  ...quietPanels,
  silentVoicePanel,
  languagePanel,
]) {
  test(`C10 · ${screen.name} says nothing untranslated and cuts nothing`, async ({ kiosk }) => {
    await screen.reach(kiosk);
    const found: string[] = [];
    for (const size of sizes) {
      await kiosk.page.setViewportSize(size);
      await dress(kiosk, { step: 4 });
      const written = await writtenOn(kiosk.page);
      expect(written.filter(({ language }) => language === PSEUDO_LANGUAGE).length).toBeGreaterThan(3);
      const { texts, sideways } = await survey(kiosk.page);
      const faults = [
        ...untranslated(written, allowed),
        ...written.flatMap(({ text, where, lost }) => lost.map((how) => `“${text}” (${where}) ${how}`)),
        ...texts.flatMap(({ text, where, cutBy }) =>
          cutBy > CUT_PX ? [`“${text}” (${where}) is cut by ${cutBy.toFixed(0)} px`] : [],
        ),
        ...sideways.map((element) => `scrolls sideways: ${element}`),
      ];
      found.push(...faults.map((fault) => `${String(size.width)}×${String(size.height)}: ${fault}`));
    }
    expect(found).toEqual([]);
  });
}

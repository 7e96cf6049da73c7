/** The words beside recordings, against the passages they are of. */
import { describe, expect, test } from 'vitest';
import { changedWords, wordsWithoutRecording } from '../../../../../build/content-compiler/check/recorded-words.ts';
import { plainPassage } from '../../../../../build/content-compiler/compile/passages.ts';
import { createPlanner } from '../../../../../build/content-compiler/narrate/plan.ts';
import type { ContentFiles } from '../../../../../build/content-compiler/read/library.ts';
import { recordingsIn } from '../../../../../build/content-compiler/read/recordings.ts';

const plan = createPlanner({
  profile: { language: 'en-GB', voice: { name: 'en-gb', rate: 150 }, signs: {} },
  lexicon: [],
});
const filesWith = (words: Readonly<Record<string, string>>, recordings: readonly string[]): ContentFiles => ({
  root: 'content',
  texts: new Map(),
  recordings: new Map(recordings.map((path) => [path, 'hash'])),
  recordedWords: new Map(Object.entries(words)),
});
/** What is told of a recording of this text, beside which these words lie. */
const told = (text: string, words: string | undefined) => {
  const files = filesWith(words === undefined ? {} : { 'en/recordings/home/a.txt': words }, [
    'en/recordings/home/a.wav',
  ]);
  const problems = changedWords(recordingsIn(files, 'en').get('home'), plan([plainPassage('a', text)]));
  return problems.map(
    ({ place, code, what }) => `${place.file}:${String(place.line)}:${String(place.column)} ${code} ${what}`,
  );
};

describe('R5 · the words that were read', () => {
  test.each([
    ['as they are shown', 'Rest for 2 days.', 'Rest for 2 days.'],
    ['in lines of their own, with a blank line at the end', 'Rest for 2 days.', ' Rest\r\nfor\t2\u00a0days.\n\n'],
    ['with letters put together in another way', 'A caf\u00e9.', 'A cafe\u0301.'],
    ['beside a page that is in another form', 'A cafe\u0301.', 'A caf\u00e9.'],
  ])('are the same %s', (_, text, words) => {
    expect(told(text, words)).toEqual([]);
  });

  test.each([
    ['a number', 'Rest for 7 days.', 'Rest for\n2 days.', '2:1', 'the recording says “2” where the page says “7”'],
    ['a sign', 'Rest, please.', 'Rest please.', '1:1', 'the recording says “Rest” where the page says “Rest,”'],
    ['a capital', 'Ring Ward 3.', 'Ring ward 3.', '1:6', 'the recording says “ward” where the page says “Ward”'],
    ['what is gone', 'Rest.', 'Rest. Always.', '1:7', 'the recording says “Always.” where the page says nothing more'],
    ['what is new', 'Rest. Never run.', 'Rest.\n', '1:6', 'the recording ends where the page says “Never”'],
    [
      'a space that joins no more',
      'Ring 2 of us.',
      'Ring 2of us.',
      '1:6',
      'the recording says “2of” where the page says “2”',
    ],
  ])('are told to differ in %s, by the first word that does', (_, text, words, place, what) => {
    expect(told(text, words)).toEqual([`content/en/recordings/home/a.txt:${place} recording-outdated ${what}`]);
  });

  test.each([
    ['are missing', undefined],
    ['are blank', ' \n'],
  ])('are asked for where they %s', (_, words) => {
    expect(told('Rest.', words)).toEqual([
      'content/en/recordings/home/a.wav:1:1 recording-unwritten nobody wrote down which words were read',
    ]);
  });

  test('that cannot be read are not called other words', () => {
    for (const words of ['R\0e\0s\0t\0.\0', '\uFFFD\uFFFDRest.']) {
      expect(told('Rest.', words)).toEqual([expect.stringContaining('not saved as UTF-8')]);
    }
  });

  test('and their recordings find one another, however their endings are written', () => {
    const files = filesWith({ 'en/recordings/pages/a/b.1.TXT': 'Rest.' }, ['en/recordings/pages/a/b.1.WAV']);
    expect(recordingsIn(files, 'en').get('pages/a')?.get('b.1')).toMatchObject({
      words: 'Rest.',
      wordsFile: 'content/en/recordings/pages/a/b.1.TXT',
    });
    expect(wordsWithoutRecording(files)).toEqual([]);
  });

  test('beside another recording are of none', () => {
    const files = filesWith({ 'en/recordings/pages/a/b.2.txt': 'Rest.' }, ['en/recordings/pages/a/b.1.wav']);
    expect(wordsWithoutRecording(files).map(({ code, mend }) => `${code} ${mend}`)).toEqual([
      'recording-missing record them into content/en/recordings/pages/a/b.2.wav, or remove this file',
    ]);
  });
});

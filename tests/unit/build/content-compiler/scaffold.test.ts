import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../../../build/content-compiler/check/check-content.ts';
import type { ContentFiles } from '../../../../build/content-compiler/read/library.ts';
import { planRecording } from '../../../../build/content-compiler/scaffold/recording.ts';
import { planNew, ScaffoldError, type Wanted } from '../../../../build/content-compiler/scaffold/plan.ts';
import { addPageToTopic, insertEntry } from '../../../../build/content-compiler/scaffold/yaml-insert.ts';
import { fixtureFiles, NOW, PAGE } from './fixture.ts';

const base = { folder: 'en', today: '2026-01-01' };
const page = { ...base, kind: 'page', id: 'sleep', title: 'Sleep', topic: 'nights' } as const;

function made(wanted: Wanted, files = fixtureFiles()): ContentFiles {
  const texts = new Map(files.texts);
  for (const { path, text } of planNew(wanted, files, checkContent(files, NOW))) texts.set(path, text);
  return { ...files, texts };
}
/** Codes of what is wrong or to be looked at, without what is told for the record. */
const told = (files: ContentFiles): readonly string[] =>
  checkContent(files, NOW)
    .problems.filter(({ level }) => level !== 'info')
    .map(({ code }) => code);

describe('E4 · content new', () => {
  it.each<readonly [string, Wanted, number]>([
    ['a page', page, 8],
    ['a page without a title', { ...page, title: undefined }, 9],
    ['an Easy Read version', { ...base, kind: 'easy', id: 'when-to-rest' }, 2],
    ['a medical word', { ...base, kind: 'term', id: 'plasma', term: undefined }, 3],
    ['a helpline', { ...base, kind: 'helpline', id: 'sleep-line', name: undefined }, 5],
  ])('begins %s in which check finds nothing but its placeholders', (_, wanted, placeholders) => {
    const codes = told(made(wanted));
    expect(new Set(codes)).toEqual(new Set(['placeholder']));
    expect(codes).toHaveLength(placeholders);
  });

  it('begins a page that is finished once its placeholders are words', () => {
    const files = made(page);
    const text = (files.texts.get('en/pages/sleep.md') ?? '')
      .replace(/ # TODO.*$/gm, '')
      .replace(/^## TODO[^{]*/m, '## Rest ')
      .replace(/'TODO[^'\n]*'/g, 'Words to read')
      .replace(/TODO.*$/gm, 'Sleep helps.');
    expect(told({ ...files, texts: new Map(files.texts).set('en/pages/sleep.md', text) })).toEqual([]);
  });

  it('takes titles with quotes, colons and line ends as they are', () => {
    const files = made({ ...page, title: "Sleep: “the” 'what' #1\nand why" });
    const head = (files.texts.get('en/pages/sleep.md') ?? '').split('---')[1] ?? '';
    expect(parse(head)).toMatchObject({ title: "Sleep: “the” 'what' #1 and why", nextReview: '2027-01-01' });
    const leap = made({ ...page, today: '2028-02-29' }).texts.get('en/pages/sleep.md');
    expect(leap).toContain('nextReview: 2029-02-28');
  });

  it('gives an Easy Read version the parts and sources of its page', () => {
    const easy = made({ ...base, kind: 'easy', id: 'when-to-rest' }).texts.get('en/easy/when-to-rest.md');
    expect(easy).toContain('## In short {#in-short sources=sample-2025,general}');
  });

  it.each<readonly [string, Wanted, string]>([
    ['a page that is there', { ...page, id: 'when-to-rest' }, 'content/en/pages/when-to-rest.md is there already'],
    ['an Easy Read version that is there', { ...base, kind: 'easy', id: 'tired-after-treatment' }, 'is there already'],
    ['an Easy Read version of no page', { ...base, kind: 'easy', id: 'nothing' }, 'there is no page “nothing”'],
    ['a word that is there', { ...base, kind: 'term', id: 't-cell', term: undefined }, 'has an entry “t-cell” already'],
    ['a helpline that is there', { ...base, kind: 'helpline', id: 'sample-line', name: 'A' }, 'has an entry'],
    ['an id that is none', { ...page, id: 'Sleep well' }, '“Sleep well” is no id'],
    ['an id that leads elsewhere', { ...page, id: '../sleep' }, 'is no id'],
    [
      'a language that is not there',
      { ...page, folder: 'cy' },
      'no language folder “cy”; use --language with one of: en',
    ],
    ['a folder that is no language', { ...page, folder: 'media' }, 'no language folder'],
    ['a topic that is not there', { ...page, topic: 'days' }, 'no topic “days”; there are: living, nights'],
  ])('refuses %s, and says why', (_, wanted, why) => {
    const files = fixtureFiles();
    expect(() => planNew(wanted, files, checkContent(files, NOW))).toThrow(ScaffoldError);
    expect(() => planNew(wanted, files, checkContent(files, NOW))).toThrow(why);
  });

  it('refuses to edit a list that cannot be read, or is not there', () => {
    const term = { ...base, kind: 'term', id: 'plasma', term: undefined } as const;
    for (const text of ['- id: x: y', 'id: x', '- [x]']) {
      const files = fixtureFiles({ 'en/glossary.yaml': text });
      expect(() => planNew(term, files, checkContent(files, NOW)), text).toThrow('cannot be read');
    }
    const without = fixtureFiles({ 'en/glossary.yaml': undefined });
    expect(() => planNew(term, without, checkContent(without, NOW))).toThrow('is not there');
    const pictureless = fixtureFiles({ 'media/easy/bed.svg': undefined });
    const easy = { ...base, kind: 'easy', id: 'when-to-rest' } as const;
    expect(() => planNew(easy, pictureless, checkContent(pictureless, NOW))).toThrow('no picture yet');
  });

  it('leaves every other file, and every other line of a list, as it was', () => {
    const before = fixtureFiles().texts;
    const after = made(page).texts;
    expect([...after.keys()].filter((path) => after.get(path) !== before.get(path))).toEqual([
      'en/topics.yaml',
      'en/pages/sleep.md',
    ]);
    expect(after.get(PAGE)).toBe(before.get(PAGE));
  });
});

describe('E4, R5 · content new recording', () => {
  const passage = { folder: 'en', document: 'pages/tired-after-treatment', passage: 'in-short.1' };
  const planned = (wanted: typeof passage, files = fixtureFiles()) =>
    planRecording(wanted, files, checkContent(files, NOW));

  it.each([
    [passage, 'Many people feel tired after chemotherapy.\n'],
    [{ ...passage, document: 'easy/tired-after-treatment', passage: 'in-short.2' }, 'Your nurse can help.\n'],
  ])('writes the words of a passage, as they are now, beside its recording: %o', (wanted, text) => {
    const path = `en/recordings/${wanted.document}/${wanted.passage}.txt`;
    expect(planned(wanted)).toEqual({ path, text, change: 'created' });
  });

  it.each([
    [
      'a page that is not there',
      { ...passage, document: 'pages/tired-after-treatmnt' },
      'did you mean “pages/tired-after-',
    ],
    [
      'a passage that is not there',
      { ...passage, passage: 'in-shrt.1' },
      'no passage “in-shrt.1”; did you mean “in-short.1”?',
    ],
    [
      'a card, whose words are another page’s',
      { ...passage, passage: 'related.1.title' },
      'no passage “related.1.title”',
    ],
    ['a folder that is no language', { ...passage, folder: 'media' }, 'in “media”'],
    ['a way out of the folder', { ...passage, passage: '../../../x' }, 'has no passage'],
  ])('refuses %s, and says why', (_, wanted, why) => {
    expect(() => planned(wanted)).toThrow(ScaffoldError);
    expect(() => planned(wanted)).toThrow(why);
  });

  it('leaves words as they are that somebody wrote down, and waits until the content is right', () => {
    const recordedWords = new Map([['en/recordings/pages/tired-after-treatment/in-short.1.TXT', 'mine']]);
    expect(() => planned(passage, { ...fixtureFiles(), recordedWords })).toThrow('in-short.1.TXT is there already');
    expect(() => planned(passage, fixtureFiles({ [PAGE]: 'nothing' }))).toThrow('the content has errors');
  });
});

describe('E4 · an entry more in a list', () => {
  const list = '# All of them.\n\n- id: b # the first\n  x: 1\n\n# About d.\n- id: d\n  x: [1,  2] # odd\n';
  const entry = (id: string) => `- id: ${id}\n  x: 0\n`;

  it('stands where its id belongs, and takes no comment from its neighbours', () => {
    expect(insertEntry(list, 'c', entry('c'), 'alphabet')).toBe(
      '# All of them.\n\n- id: b # the first\n  x: 1\n\n- id: c\n  x: 0\n\n# About d.\n- id: d\n  x: [1,  2] # odd\n',
    );
    expect(insertEntry(list, 'a', entry('a'), 'alphabet')).toBe(list.replace('- id: b', '- id: a\n  x: 0\n\n- id: b'));
    for (const [id, order] of [
      ['e', 'alphabet'],
      ['a', 'end'],
    ] as const) {
      expect(insertEntry(list, id, entry(id), order)).toBe(`${list}\n${entry(id)}`);
    }
  });

  it('is the first of an empty list, and follows a list that ends without a line end', () => {
    expect(insertEntry('# None yet.\n[]\n', 'a', entry('a'), 'alphabet')).toBe(`# None yet.\n${entry('a')}`);
    expect(insertEntry('', 'a', entry('a'), 'end')).toBe(entry('a'));
    expect(insertEntry('- id: a\n- id: b', 'c', entry('c'), 'end')).toBe(`- id: a\n- id: b\n${entry('c')}`);
  });

  it('keeps block texts whole', () => {
    const folded = '- id: a\n  x: >\n    one\n    two\n- id: c\n  x: 1\n';
    expect(insertEntry(folded, 'b', entry('b'), 'alphabet')).toBe(
      '- id: a\n  x: >\n    one\n    two\n- id: b\n  x: 0\n- id: c\n  x: 1\n',
    );
  });
});

describe('E4 · a page more under a topic', () => {
  const icon = 'icon: book';

  it.each([
    [
      'a list in brackets',
      `- id: a\n  ${icon}\n  pages: [x] # more\n`,
      `- id: a\n  ${icon}\n  pages: [x, new] # more\n`,
    ],
    ['empty brackets', `- id: a\n  ${icon}\n  pages: []\n`, `- id: a\n  ${icon}\n  pages: [new]\n`],
    [
      'a list of lines',
      `- id: a\n  pages:\n    - x # one\n    # end\n`,
      `- id: a\n  pages:\n    - x # one\n    - new\n    # end\n`,
    ],
    [
      'no pages yet',
      `- id: a\n  ${icon} # i\n  topics: []\n`,
      `- id: a\n  ${icon} # i\n  pages: [new]\n  topics: []\n`,
    ],
    [
      'a topic below another',
      `- id: b\n  pages: [x]\n  topics:\n    - id: a\n      pages: [y]\n`,
      `- id: b\n  pages: [x]\n  topics:\n    - id: a\n      pages: [y, new]\n`,
    ],
  ])('goes into %s', (_, before, after) => {
    expect(addPageToTopic(before, 'a', 'new')).toBe(after);
  });

  it('goes nowhere when there is no such topic', () => {
    expect(addPageToTopic('- id: a\n  pages: []\n', 'z', 'new')).toBeUndefined();
  });
});

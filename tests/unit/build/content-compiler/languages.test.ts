/** Languages (C10): a folder is a language, and what it has not is offered in the original's words. */
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { languagesDocument } from '../../../../build/content-compiler/bundle-files.ts';
import { checkContent } from '../../../../build/content-compiler/check/check-content.ts';
import { documentsOf } from '../../../../build/content-compiler/compile/documents.ts';
import { compileLanguage, type LanguageDocuments } from '../../../../build/content-compiler/compile/language.ts';
import { tongueOf } from '../../../../build/content-compiler/compile/untranslated.ts';
import { createPlanner, type NarrationPlan } from '../../../../build/content-compiler/narrate/plan.ts';
import type { ContentFiles } from '../../../../build/content-compiler/read/library.ts';
import { fold } from '../../../../content/format/index.ts';
import { NOW, fixtureFiles } from './fixture.ts';

const profile = {
  language: 'tlh',
  direction: 'rtl',
  voice: { name: 'eo', rate: 150 },
  alphabet: [{ letter: 'a', name: 'at' }],
};

/** The fixture with a made-up language: a folder of two files, and nothing else. */
function withMadeUpLanguage(changes: Readonly<Record<string, string | undefined>> = {}): ContentFiles {
  const { messages } = parse(fixtureFiles().texts.get('en/interface.yaml') ?? '') as {
    readonly messages: Readonly<Record<string, string>>;
  };
  const own = Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, `¡ ${text}`]));
  return fixtureFiles({
    'tlh/language.yaml': stringify(profile),
    'tlh/interface.yaml': stringify({ messages: own }),
    ...changes,
  });
}

interface Compiled extends LanguageDocuments {
  readonly plans: ReadonlyMap<string, NarrationPlan>;
}

function compiled(files: ContentFiles): Compiled {
  const { library, problems } = checkContent(files, NOW);
  expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
  const [original, added] = library.languages;
  if (!original || !added) throw new Error('there are no two languages');
  const { pages } = compileLanguage(original, library.drawings);
  const documents = compileLanguage(added, library.drawings, { source: original, heads: pages });
  const plan = createPlanner(tongueOf(added), tongueOf(original));
  const plans = new Map(documentsOf(documents).map(({ name, passages }) => [name, plan(passages)]));
  return { ...documents, plans };
}

const english = { language: 'en-GB', direction: 'ltr' };

describe('C10 · a language is a folder', () => {
  test('a made-up one is added by two files, and is offered in its own words', () => {
    const { library } = checkContent(withMadeUpLanguage(), NOW);
    expect(languagesDocument(library).value).toMatchObject({
      languages: [
        { language: 'en-GB', name: 'English' },
        { language: 'tlh', direction: 'rtl', name: '¡ English', start: expect.stringMatching(/^¡ Touch/) as unknown },
      ],
    });
  });

  test('the original comes first, whatever the folders are called', () => {
    const files = withMadeUpLanguage();
    const texts = new Map([...files.texts].map(([path, text]) => [path.replace(/^tlh\//, 'aa/'), text] as const));
    const { library } = checkContent({ ...files, texts }, NOW);
    expect(library.languages.map(({ folder }) => folder)).toEqual(['en', 'aa']);
  });

  test.each([
    ['no direction', { direction: undefined }],
    ['no voice', { voice: undefined }],
    ['a voice without a rate', { voice: { name: 'eo' } }],
    ['no letters', { alphabet: [] }],
    ['a field nobody knows', { colour: 'red' }],
  ])('language.yaml is refused with %s', (_what, change) => {
    const files = withMadeUpLanguage({ 'tlh/language.yaml': stringify({ ...profile, ...change }) });
    const problems = checkContent(files, NOW).problems.filter(
      ({ place }) => place.file === 'content/tlh/language.yaml',
    );
    expect(problems.map(({ code }) => code)).toContain('schema');
  });

  test('it is told that nobody has approved the words, and that no rule has measured them', () => {
    const codes = (files: ContentFiles) =>
      checkContent(files, NOW)
        .problems.filter(({ place }) => place.file === 'content/tlh/language.yaml')
        .map(({ code }) => code);
    expect(codes(withMadeUpLanguage())).toEqual(expect.arrayContaining(['translation-not-reviewed', 'not-measured']));
    const approved = stringify({ ...profile, translationReviewer: 'A. Reader' });
    expect(codes(withMadeUpLanguage({ 'tlh/language.yaml': approved }))).not.toContain('translation-not-reviewed');
  });

  test('its own words for what is never met unasked are refused on an open page', () => {
    const topics = '- id: living\n  title: jupna\n  summary: Something.\n  icon: heart\n  pages: [when-to-rest]\n';
    const files = withMadeUpLanguage({
      'tlh/language.yaml': stringify({ ...profile, sensitiveWords: ['jupna'] }),
      'tlh/topics.yaml': topics,
    });
    expect(checkContent(files, NOW).problems.map(({ code }) => code)).toContain('sensitive-word');
  });
});

describe('C10 · what is not translated', () => {
  test('stands on Home, in topics and in the glossary as what it is: English', () => {
    const { home, topics, glossary } = compiled(withMadeUpLanguage());
    expect(home.language).toBe('tlh');
    for (const { title, summary } of [...home.topics, ...topics.flatMap(({ pages }) => pages)]) {
      expect([title.other, summary.other]).toEqual([english, english]);
    }
    expect(glossary.terms.length).toBeGreaterThan(0);
    for (const { term, meaning } of glossary.terms) expect([term.other, meaning.other]).toEqual([english, english]);
  });

  test('pages and questions say where they are, with the way to them in this language', () => {
    const { instead } = compiled(withMadeUpLanguage());
    expect([...instead.keys()].sort()).toEqual([
      'easy/tired-after-treatment',
      'pages/tired-after-treatment',
      'pages/when-to-rest',
      'questions',
    ]);
    expect(instead.get('pages/when-to-rest')).toMatchObject({ language: 'tlh', instead: english });
  });

  test('EN 301 549 5.1.3.14 · is spoken in its own language, and all else in the language shown', () => {
    const { plans } = compiled(withMadeUpLanguage());
    const voices = (name: string) => {
      const spoken =
        plans.get(name)?.passages.flatMap(({ sentences }) => sentences.map(({ job }) => job.settings)) ?? [];
      expect(spoken.length).toBeGreaterThan(0);
      return [...new Set(spoken.map(({ voice, rate }) => `${voice} ${String(rate)}`))];
    };
    expect(voices('messages')).toEqual(['eo 150']);
    expect(voices('home')).toEqual(['en-gb-x-rp 113']);
    expect(voices('glossary')).toEqual(['en-gb-x-rp 113']);
  });

  test('gives way to a translation, which keeps its notice until somebody approved it', () => {
    const page = (fixtureFiles().texts.get('en/pages/when-to-rest.md') ?? '').replace(/^related:.*\n/m, '');
    const signed = page.replace('\nid: ', '\ntranslationReviewer: A. Reader\nid: ');
    const files = withMadeUpLanguage({ 'tlh/pages/when-to-rest.md': page });
    const { instead, pages } = compiled(files);
    expect(instead.has('pages/when-to-rest')).toBe(false);
    expect(pages[0]).toMatchObject({
      language: 'tlh',
      translationNotice: { runs: [{ text: expect.stringMatching(/^¡/) as unknown }] },
    });
    const approved = compiled(withMadeUpLanguage({ 'tlh/pages/when-to-rest.md': signed }));
    expect(approved.pages[0]?.translationNotice).toBeUndefined();
  });

  test('the original itself never says so', () => {
    const { library } = checkContent(withMadeUpLanguage(), NOW);
    const [original] = library.languages;
    const documents = original && compileLanguage(original, library.drawings);
    expect(documents?.instead.size).toBe(0);
    expect(documents?.pages.every(({ translationNotice }) => translationNotice === undefined)).toBe(true);
    expect(documents?.messages.isUnreviewed, 'nor do its words').toBeUndefined();
    expect(compiled(withMadeUpLanguage()).messages.isUnreviewed).toBe(true);
  });
});

describe('S1 · words are compared as people type them', () => {
  test.each([
    ['tŷ', 'ty'],
    ['dŵr', 'dwr'],
    ['Llŷn', 'llyn'],
    ['مُحَمَّد', 'محمد'],
    ['أدوية', 'ادويه'],
    ['إبرة', 'ابره'],
    ['آثار', 'اثار'],
    ['مستشفى', 'مستشفي'],
    ['عـــلاج', 'علاج'],
    ['٢٤', '24'],
  ])('%s as %s', (written, typed) => {
    expect(fold(written)).toBe(fold(typed));
  });
});

/** Rules about pages, lists, pictures and languages as wholes, and the site's policy, each by example. */
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../../../content/format/index.ts';
import { checkContent } from '../../../../../build/content-compiler/check/check-content.ts';
import type { ContentFiles } from '../../../../../build/content-compiler/read/library.ts';
import { changed, fixtureFiles, NOW, PAGE, problemsOf, whereIs } from '../fixture.ts';

const EASY = 'en/easy/tired-after-treatment.md';
const GLOSSARY = 'en/glossary.yaml';
const POLICY = 'policy.yaml';

/** `level file:line:column` of each problem of a kind. */
function told(files: ContentFiles, code: ProblemCode, now = NOW): readonly string[] {
  return checkContent(files, now)
    .problems.filter((problem) => problem.code === code)
    .map(({ level, place }) => `${level} ${place.file}:${String(place.line)}:${String(place.column)}`);
}
const items = (count: number) => Array.from({ length: count }, (_, index) => `- Rest ${String(index + 1)}`).join('\n');
const longPage = (word: string, sentences: number) =>
  changed(PAGE, 'Rest when you can.', items(sentences).replaceAll('Rest', `The ${word} rests`));

describe('E2 · reading age', () => {
  it('is a warning above the limit and a note above the aim, at the page’s title, and says that it is no verdict', () => {
    const hard = longPage('hospital operation information anaesthetic consultant', 30);
    expect(told(hard, 'reading-age')).toEqual([`warning ${whereIs(hard, PAGE, 'Feeling tired after')}`]);
    expect(problemsOf(hard).find(({ code }) => code === 'reading-age')?.why).toContain('never a verdict');
    const middling = longPage('hospital', 30);
    expect(told(middling, 'reading-age')).toEqual([]);
    expect(told(middling, 'reading-age-aim')).toEqual([`info ${whereIs(middling, PAGE, 'Feeling tired after')}`]);
    const easy = longPage('cat', 30);
    expect([...told(easy, 'reading-age'), ...told(easy, 'reading-age-aim')]).toEqual([]);
  });

  it('has the length of sentences as a second sieve', () => {
    const long = longPage('cat in the hat and the dog on the mat and the cow by the barn', 90);
    expect(told(long, 'sentence-average')).toHaveLength(1);
    expect(told(longPage('cat', 30), 'sentence-average')).toEqual([]);
  });
});

describe('E2 · lists, pictures and words', () => {
  it('tells a list of 7 items at its seventh, and none of 6', () => {
    const seven = changed(PAGE, 'Rest when you can.', items(7));
    expect(told(seven, 'long-list')).toEqual([`info ${whereIs(seven, PAGE, 'Rest 7')}`]);
    expect(told(changed(PAGE, 'Rest when you can.', items(6)), 'long-list')).toEqual([]);
    const gated = changed('en/pages/when-to-rest.md', '- Ask your nurse.', items(7));
    expect(told(gated, 'long-list')).toHaveLength(1);
  });

  it('C9 · tells a short description that is long', () => {
    const long = changed(PAGE, 'alt="A round blood cell"', `alt="${'A round cell. '.repeat(9)}"`);
    expect(told(long, 'long-alternative')).toEqual([`warning ${whereIs(long, PAGE, ':::diagram')}`]);
  });

  it('tells a picture nobody shows', () => {
    const cell = fixtureFiles().texts.get('media/cell.svg') ?? '';
    expect(told(fixtureFiles({ 'media/cow.svg': cell }), 'unused-media')).toEqual(['info content/media/cow.svg:1:1']);
    expect(told(fixtureFiles(), 'unused-media')).toEqual([]);
  });

  it('tells a medical word nobody uses, and not one that another entry uses or a page links', () => {
    const unused = changed(
      GLOSSARY,
      'forms: [chemo]',
      'forms: [chemo]\n  source: s\n- id: x-ray\n  term: x-ray\n  sayIt: EKS\n  meaning: A picture.',
    );
    expect(told(unused, 'unused-term')).toEqual([`info ${whereIs(unused, GLOSSARY, 'x-ray')}`]);
    expect(told(changed(PAGE, '[your blood](term:blood-count)', '[it](term:blood-count)'), 'unused-term')).toEqual([]);
  });

  it('tells a label that is smaller than a sixteenth of its drawing', () => {
    const file = 'media/cell.svg';
    const labelled = (size: string) => changed(file, '<g ', `<text x="1"${size}>A</text><g `);
    const width = Number(/viewBox="[\d.]+ [\d.]+ ([\d.]+)/.exec(fixtureFiles().texts.get(file) ?? '')?.[1]);
    const small = labelled(` font-size="${String(width / 16 - 0.5)}"`);
    expect(told(small, 'small-label')[0]).toMatch(/^warning content\/media\/cell\.svg:\d+:\d+$/);
    expect(told(labelled(` font-size="${String(width / 16)}"`), 'small-label')).toEqual([]);
    const inGroup = changed(file, '<g ', `<g font-size="${String(width / 16)}"><text>A</text></g><g `);
    expect(told(inGroup, 'small-label')).toEqual([]);
  });
});

describe('E2 · files', () => {
  const tooLarge = new Map([['media/cell.svg', 100_000_000]]);

  it('names a drawing that was too large to be read, and does not call it missing as well', () => {
    const texts = new Map(fixtureFiles().texts);
    texts.delete('media/cell.svg');
    const files = { root: 'content', texts, tooLarge };
    expect(told(files, 'file-size')).toEqual(['error content/media/cell.svg:1:1']);
    expect(told(files, 'missing-media')).toEqual([]);
  });

  it('names a list that was too large to be read', () => {
    const texts = new Map(fixtureFiles().texts);
    texts.delete(GLOSSARY);
    const files = { root: 'content', texts, tooLarge: new Map([[GLOSSARY, 9_000_000]]) };
    expect(told(files, 'file-size')).toEqual([`error content/${GLOSSARY}:1:1`]);
    expect(told(files, 'file-missing')).toEqual([]);
  });

  it('names files among pages and pictures that nothing reads', () => {
    const others = ['en/pages/rest.markdown', 'media/photo.jpg', 'format/page.ts', 'schemas/page.json', 'notes.txt'];
    expect(told({ ...fixtureFiles(), others }, 'unknown-file')).toEqual([
      'warning content/en/pages/rest.markdown:1:1',
      'warning content/media/photo.jpg:1:1',
    ]);
  });

  it('names every slip of a YAML file in one run', () => {
    const slips = Array.from({ length: 5 }, (_, index) => `- id: a${String(index)}\n  term: x: y\n`).join('');
    expect(told(fixtureFiles({ [GLOSSARY]: slips }), 'yaml-syntax').length).toBeGreaterThanOrEqual(5);
  });

  it('names placeholders in text, at the head of a page and in lists, and leaves comments alone', () => {
    const files = changed(PAGE, 'Rest when you can.', 'TODO: write about rest.');
    expect(told(files, 'placeholder')).toEqual([`error ${whereIs(files, PAGE, 'TODO')}`]);
    const head = changed(PAGE, 'summary: Why', "summary: 'TODO: why' #");
    expect(told(head, 'placeholder')).toEqual([`error ${whereIs(head, PAGE, 'TODO')}`]);
    const listed = changed(GLOSSARY, 'meaning: An immune cell.', 'meaning: TBC');
    expect(told(listed, 'placeholder')).toEqual([`error ${whereIs(listed, GLOSSARY, 'TBC')}`]);
    expect(told(changed(GLOSSARY, '- id: t-cell', '# TODO: more\n- id: t-cell'), 'placeholder')).toEqual([]);
    const number = changed('en/helplines.yaml', '0808 800 0000', '0000 000 0000');
    expect(told(number, 'placeholder')).toHaveLength(1);
  });
});

describe('C1 · the tree of topics has no cycle', () => {
  it('since a topic below another holds pages only, and an id stands once', () => {
    const deeper = changed('en/topics.yaml', 'pages: [when-to-rest]', 'pages: [when-to-rest]\n      topics: []');
    expect(told(deeper, 'schema')).toHaveLength(1);
    const again = changed('en/topics.yaml', '- id: nights', '- id: living');
    expect(told(again, 'duplicate-id')).toEqual([
      `error ${whereIs(again, 'en/topics.yaml', 'living\n      title: N')}`,
    ]);
  });
});

describe('C8 · review dates', () => {
  it('are told as soon due within the policy’s days, of pages and of the questions', () => {
    const soon = changed(PAGE, 'nextReview: 2027-05-16', 'nextReview: 2026-04-01');
    expect(told(soon, 'review-soon')).toEqual([`info ${whereIs(soon, PAGE, '2026-04-01')}`]);
    expect(told(changed(PAGE, 'nextReview: 2027-05-16', 'nextReview: 2026-04-02'), 'review-soon')).toEqual([]);
    const wider = changed(PAGE, 'nextReview: 2027-05-16', 'nextReview: 2026-04-02');
    const texts = new Map(wider.texts).set(POLICY, 'review: { soonDays: 120 }');
    expect(told({ ...wider, texts }, 'review-soon')).toHaveLength(1);
    const questions = changed('en/questions.yaml', 'nextReview: 2027-05-16', 'nextReview: 2025-06-16');
    expect(told(questions, 'review-overdue')).toEqual([
      `warning ${whereIs(questions, 'en/questions.yaml', '2025-06-16')}`,
    ]);
  });

  it('tell a helpline that nobody has rung for a year', () => {
    const later = new Date('2026-05-17T12:00:00Z');
    expect(told(fixtureFiles(), 'helpline-unchecked', later)).toHaveLength(1);
    expect(told(fixtureFiles(), 'helpline-unchecked')).toEqual([]);
  });

  it('are held to the policy’s longest time between them', () => {
    const policy = fixtureFiles({ [POLICY]: 'review: { longestYears: 1 }' });
    expect(told(policy, 'review-interval')).toHaveLength(3);
  });
});

describe('C10 · a second language', () => {
  const second = (): ContentFiles => {
    const texts = new Map(fixtureFiles().texts);
    for (const [path, text] of texts) {
      const name = /^en\/(.*)$/.exec(path)?.[1];
      if (name === undefined) continue;
      if (!name.includes('when-to-rest') && !name.startsWith('easy')) {
        texts.set(
          `cy/${name}`,
          text.replace('language: en-GB', 'language: cy').replaceAll('when-to-rest', 'tired-after-treatment'),
        );
      }
    }
    texts.set('lexicon/cy.yaml', '[]');
    return { root: 'content', texts };
  };

  it('tells which pages it lacks, for the record', () => {
    const missing = problemsOf(second()).filter(({ code }) => code === 'missing-translation');
    expect(missing.map(({ level, what }) => `${level} ${what}`)).toEqual([
      'info 1 of 2 pages are not in “cy”: when-to-rest',
      'info 1 of 1 Easy Read pages are not in “cy”: tired-after-treatment',
    ]);
    expect(missing[0]?.place.file).toBe('content/cy/interface.yaml');
  });

  it('is not held to English words', () => {
    const files = second();
    const text = files.texts.get(`cy/${PAGE.slice(3)}`) ?? '';
    const texts = new Map(files.texts).set(
      `cy/${PAGE.slice(3)}`,
      text.replace('Rest when you can.', 'Mucositis battle.'),
    );
    const inWelsh = problemsOf({ ...files, texts }).filter(({ place }) => place.file.startsWith('content/cy/'));
    expect(inWelsh.map(({ code }) => code)).not.toContain('medical-word');
    expect(inWelsh.map(({ code }) => code)).not.toContain('avoid-word');
  });

  it('C3 · tells pages of the first language without an Easy Read version', () => {
    expect(told(fixtureFiles(), 'missing-easy-read')).toEqual([
      `info ${whereIs(fixtureFiles(), 'en/pages/when-to-rest.md', 'when-to-rest')}`,
    ]);
    expect(told(fixtureFiles({ [EASY]: undefined }), 'missing-easy-read')).toHaveLength(2);
  });
});

describe('E2 · the site’s policy', () => {
  const wrong = 'Mucositis is no battle.';
  const withPolicy = (policy: string, sentence = wrong): ContentFiles => {
    const files = changed(PAGE, 'Rest when you can.', sentence);
    return { ...files, texts: new Map(files.texts).set(POLICY, policy) };
  };
  const levelOf = (files: ContentFiles, code: ProblemCode) =>
    problemsOf(files).find((problem) => problem.code === code)?.level;

  it('sets the level of a kind of problem, or leaves it out', () => {
    expect(levelOf(withPolicy('# Nothing yet'), 'avoid-word')).toBe('warning');
    for (const level of ['error', 'warning', 'info'] as const) {
      expect(levelOf(withPolicy(`levels: { avoid-word: ${level} }`), 'avoid-word')).toBe(level);
    }
    expect(levelOf(withPolicy('levels: { avoid-word: off }'), 'avoid-word')).toBeUndefined();
  });

  it('allows words, initials and phrases', () => {
    expect(levelOf(withPolicy('words: { everyday: [Mucositis] }'), 'medical-word')).toBeUndefined();
    expect(levelOf(withPolicy('words: { abbreviations: [ECG] }', 'Have an ECG.'), 'abbreviation')).toBeUndefined();
    expect(levelOf(withPolicy('words: { phrases: [no battle] }'), 'avoid-word')).toBeUndefined();
  });

  it('cannot lower what protects a visitor, and says so', () => {
    const files = withPolicy('levels:\n  raw-html: info', 'Rest <b>when</b> you can.');
    expect(levelOf(files, 'raw-html')).toBe('error');
    expect(told(files, 'policy')).toEqual([`error ${whereIs(files, POLICY, 'info')}`]);
    expect(told(withPolicy('levels: { raw-html: error }'), 'policy')).toEqual([]);
  });

  it('names a kind of problem that does not exist, and the one that was meant', () => {
    const files = withPolicy('levels:\n  avoid-words: off');
    expect(told(files, 'policy')).toEqual([`error ${whereIs(files, POLICY, 'avoid-words')}`]);
    expect(problemsOf(files).find(({ code }) => code === 'policy')?.mend).toContain('“avoid-word”');
    expect(problemsOf(withPolicy('levels: { zzz: off }')).find(({ code }) => code === 'policy')?.mend).toContain(
      'avoid-word',
    );
  });

  it('is itself checked: fields, values, and an aim above the limit', () => {
    expect(told(withPolicy('level: {}'), 'schema')).toEqual([`error content/${POLICY}:1:1`]);
    expect(told(withPolicy('review: { longestYears: 9 }'), 'schema')).toHaveLength(1);
    expect(told(withPolicy('levels: { avoid-word: loud }'), 'schema')).toHaveLength(1);
    expect(told(withPolicy('reading: { aimAge: 15 }'), 'policy')).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageSchema } from '../../../../content/format/index.ts';
import { formatProblem, hasErrors } from '../../../../build/content-compiler/problem.ts';
import { checkContent } from '../../../../build/content-compiler/check/check-content.ts';
import { changed, compiled, fixtureFiles, NOW, PAGE, problemsOf, whereIs } from './fixture.ts';

const long = (count: number) => `${Array.from({ length: count }, () => 'rest').join(' ')}.`;

interface Mistake {
  readonly name: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly code: string;
  /** Text at whose first character the problem must be placed. */
  readonly at: string;
  readonly level?: 'warning' | 'info';
}

const inPage = (name: string, code: string, before: string, after: string, at: string, level?: 'warning'): Mistake => ({
  ...{ name, path: PAGE, before, after, code, at },
  ...(level && { level }),
});

const mistakes: readonly Mistake[] = [
  inPage('YAML that is none', 'yaml-syntax', 'title: Feeling', 'title: x: Feeling', 'x: Feeling'),
  inPage('a front matter field that does not exist', 'schema', 'summary:', 'sumary: x\nsummary:', 'sumary'),
  inPage('a date that is none', 'schema', 'nextReview: 2027-05-16', 'nextReview: May 2027', 'May 2027'),
  inPage('a part without an id', 'part-id', '## In short {#in-short}', '## In short', '## In short'),
  inPage('an attribute nobody knows', 'unknown-attribute', 'tone=ask title', 'colour=red tone=ask title', 'colour'),
  inPage('a directive nobody knows', 'unknown-directive', '::helpline{', '::hotline{', '::hotline'),
  inPage('a directive inside text', 'unknown-directive', 'Rest when', 'Rest:now when', ':now'),
  inPage('raw HTML in a line', 'raw-html', 'Rest when', 'Rest <b>when', '<b>'),
  inPage('raw HTML as a block', 'raw-html', 'Rest when', '<script>x</script>\n\nRest when', '<script>'),
  inPage('emphasis', 'unknown-block', 'Rest when', 'Rest *soon* when', '*soon*'),
  inPage('an image', 'unknown-block', 'Rest when', '![x](y.png) when', '![x]'),
  inPage('a quotation', 'unknown-block', '### The first days', '> Words', '> Words'),
  inPage('a line across', 'unknown-block', '### The first days', '***', '***'),
  inPage('code', 'unknown-block', '### The first days', '```\nx\n```', '```'),
  inPage('a heading of another level', 'heading-level', '### The first', '#### The first', '#### The first'),
  inPage('text before the first part', 'before-first-part', '## In short {', 'Hello.\n\n## In short {', 'Hello.'),
  inPage('a directive that never ends', 'unclosed-directive', 'its centre.\n:::', 'its centre.', ':::diagram'),
  inPage('a list inside a list', 'list-item', '- It asks people', '- It asks\n  - people', '- people'),
  inPage(
    'a link that leads outside',
    'link-target',
    '[your blood](term:blood-count)',
    '[x](https://example.org)',
    '[x]',
  ),
  inPage('a link to a word not in the glossary', 'unknown-term', 'term:blood-count', 'term:blod', '[your blood]'),
  inPage('an option to a part that is not there', 'unknown-part', '(#chemo)', '(#kemo)', '[Chemotherapy]'),
  inPage('a part for an option that is not there', 'unknown-option', 'for=chemo ', 'for=kemo ', '## After'),
  inPage('a part id twice', 'duplicate-id', '{#chemo for', '{#in-short for', '## After'),
  inPage('a part id of the compiler’s own', 'reserved-id', '{#chemo for', '{#references for', '## After'),
  inPage(
    'a source that is no reference',
    'missing-reference',
    'sources=sample-article',
    'sources=sample-atricle',
    '## After',
  ),
  inPage('a helpline that is not there', 'unknown-helpline', 'id=sample-line', 'id=simple-line', '::helpline'),
  inPage('a drawing that is not there', 'missing-media', 'src=cell.svg', 'src=sell.svg', ':::diagram'),
  inPage('a picture that is not there', 'missing-media', 'decoration: chair.svg', 'decoration: stool.svg', 'stool.svg'),
  inPage(
    'C9 · a diagram without a short description',
    'missing-alternative',
    ' alt="A round blood cell"',
    '',
    ':::diagram',
  ),
  inPage(
    'C9 · a diagram without a long description',
    'missing-alternative',
    'A large circle stands for the cell.\n\nA small circle in it stands for its centre.\n',
    '',
    ':::diagram',
  ),
  inPage('a trial without aims', 'trial-aims', 'Aims:', 'Aim:', ':::trial'),
  inPage('a choice of one', 'choice-options', '- [Chemotherapy](#chemo)\n', '', ':::choice'),
  inPage(
    'a related page that is not there',
    'unknown-page',
    'references:',
    'related: [nowhere]\nreferences:',
    'nowhere',
  ),
  inPage('a file that is not called what it is', 'page-id', 'id: tired-after', 'id: tyred-after', 'tyred-after'),
  inPage(
    'C8 · a review that is overdue',
    'review-overdue',
    'nextReview: 2027-05-16',
    'nextReview: 2025-06-16',
    '2025-06-16',
    'warning',
  ),
  inPage(
    'a review before the last one',
    'review-order',
    'nextReview: 2027-05-16',
    'nextReview: 2024-05-16',
    '2024-05-16',
  ),
  inPage('a sentence of 21 words', 'long-sentence', 'Rest when you can.', long(21), 'rest rest', 'warning'),
  inPage('a sentence of 26 words', 'long-sentence', 'Rest when you can.', long(26), 'rest rest'),
  inPage(
    'a paragraph of four sentences',
    'long-paragraph',
    'Rest when',
    'Rest. Rest. Rest when',
    'Rest. Rest. Rest when',
    'warning',
  ),
  inPage('a contraction', 'contraction', 'Rest when', 'Don’t run. Rest when', 'Don’t run', 'warning'),
  inPage(
    'principle 3 · a word about odds',
    'sensitive-word',
    'Rest when',
    'Survival is long. Rest when',
    'Survival is',
  ),
  inPage('principle 3 · such a word in a heading', 'sensitive-word', '### The first days', '### Dying', '### Dying'),
  inPage('an option without words', 'choice-options', '[Chemotherapy](#chemo)', '[ ](#chemo)', '- [ ]'),
  inPage('a link without words', 'empty', '[your blood]', '[]', '[](term'),
  inPage('a sub heading without words', 'empty', '### The first days', '###', '###'),
  inPage('a title of white space', 'missing-attribute', 'title="Ask early"', 'title=" "', ':::callout'),
  inPage('a page title of white space', 'empty', 'title: Feeling tired after treatment', 'title: "  "', '"  "'),
  {
    name: 'a term of white space',
    path: 'en/glossary.yaml',
    before: 'term: T cell\n',
    after: "term: ' '\n",
    code: 'empty',
    at: "' '",
  },
  {
    name: 'a page in no topic',
    path: 'en/topics.yaml',
    before: '[tired-after-treatment]',
    after: '[other-page]',
    code: 'unknown-page',
    at: 'other-page',
  },
  {
    name: 'a term twice',
    path: 'en/glossary.yaml',
    before: '- id: t-cell',
    after: '- id: car-t-cell',
    code: 'duplicate-id',
    at: 'car-t-cell\n  term: T cell',
  },
  {
    name: 'a spelling of two terms',
    path: 'en/glossary.yaml',
    before: 'forms: [blood]',
    after: 'forms: [Chemo]',
    code: 'duplicate-form',
    at: 'Chemo]',
  },
  {
    name: 'a helpline that closes before it opens',
    path: 'en/helplines.yaml',
    before: "to: '17:30'",
    after: "to: '08:00'",
    code: 'opening-hours',
    at: "'08:00'",
  },
  {
    name: 'a message with an argument it does not take',
    path: 'en/interface.yaml',
    before: 'nav.home: Home',
    after: "nav.home: 'Home {name}'",
    code: 'message-arguments',
    at: "'Home {name}'",
  },
  {
    name: 'a message without the argument it takes',
    path: 'en/interface.yaml',
    before: "'Say it: {respelling}'",
    after: "'Say it'",
    code: 'message-arguments',
    at: "'Say it'",
  },
  {
    name: 'a message that is not ICU',
    path: 'en/interface.yaml',
    before: "'Say it: {respelling}'",
    after: "'Say it: {respelling'",
    code: 'message-syntax',
    at: "'Say it: {respelling'",
  },
  {
    name: 'a message that is missing',
    path: 'en/interface.yaml',
    before: 'nav.home: Home',
    after: '',
    code: 'message-missing',
    at: 'messages:',
  },
  {
    name: 'a message nobody shows',
    path: 'en/interface.yaml',
    before: 'nav.home: Home',
    after: 'nav.home: Home\n  nav.hame: Home',
    code: 'message-extra',
    at: 'nav.hame',
  },
  {
    name: 'a script in a drawing',
    path: 'media/cell.svg',
    before: '<g ',
    after: '<script>alert(1)</script><g ',
    code: 'drawing',
    at: '<script>',
  },
];

describe('E2 · check names file, line and column', () => {
  it.each(mistakes)('of $name ($code)', ({ path, before, after, code, at, level = 'error' }) => {
    const files = changed(path, before, after);
    const found = problemsOf(files).filter((problem) => problem.code === code);
    expect(found.map(formatProblem)).toContainEqual(
      expect.stringMatching(new RegExp(`^\\S+  ${level}  ${code}  .+ · .+ · .+$`)),
    );
    expect(found.map(({ place }) => `${place.file}:${String(place.line)}:${String(place.column)}`)).toContain(
      whereIs(files, path, at),
    );
  });

  it('of the same in files with Windows line ends', () => {
    const files = changed(PAGE, 'Rest when', 'Rest <b>when');
    const windows = new Map([...files.texts].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
    expect(problemsOf({ ...files, texts: windows })).toEqual(problemsOf(files));
    expect(problemsOf(files).map(({ code }) => code)).toContain('raw-html');
  });

  it('of several mistakes in one run, in the order of the file', () => {
    const text = (fixtureFiles().texts.get(PAGE) ?? '')
      .replace('Rest when', 'Rest *soon* <b>when')
      .replace('id=sample-line', 'id=none')
      .replace('(#chemo)', '(#kemo)');
    // The part for the option “chemo” loses that option too.
    const codes = problemsOf(fixtureFiles({ [PAGE]: text }))
      .filter(({ level }) => level === 'error')
      .map(({ code }) => code);
    expect(codes).toEqual(['unknown-part', 'unknown-option', 'unknown-block', 'raw-html', 'unknown-helpline']);
  });

  it.each(['en/interface.yaml', 'en/topics.yaml', 'en/glossary.yaml', 'en/helplines.yaml', 'lexicon/en.yaml'])(
    'of %s when it is missing',
    (path) => {
      const missing = problemsOf(fixtureFiles({ [path]: undefined })).filter(({ code }) => code === 'file-missing');
      expect(missing.map(({ place }) => place.file)).toEqual([`content/${path}`]);
    },
  );

  it('of a page that no topic names', () => {
    const text = fixtureFiles().texts.get(PAGE) ?? '';
    const files = fixtureFiles({ 'en/pages/lost.md': text.replace('id: tired-after-treatment', 'id: lost') });
    expect(problemsOf(files).map(({ code, place }) => `${code} ${place.file}`)).toContain(
      'unreachable-page content/en/pages/lost.md',
    );
  });

  it('principle 3 · lets a sensitive term say what it means', () => {
    expect(problemsOf(fixtureFiles()).filter(({ code }) => code === 'sensitive-word')).toEqual([]);
    const open = changed('en/glossary.yaml', 'sensitive: true', 'sensitive: false');
    expect(problemsOf(open).map(({ code }) => code)).toContain('sensitive-word');
  });

  it('R6 · lists what nobody approved by ear, and no longer what somebody did', () => {
    const info = problemsOf(fixtureFiles()).find(({ code }) => code === 'not-approved-by-ear');
    expect(info).toMatchObject({ level: 'info' });
    expect(info?.what).toContain('CAR');
    expect(info?.what).toContain('radiotherapy');
    expect(info?.what).not.toContain('chemotherapy');
  });
});

describe('Q3 · check never crashes', () => {
  const page = fixtureFiles().texts.get(PAGE) ?? '';
  const snippets = [
    ':::',
    '::helpline{id=',
    '{#',
    '[x](#',
    '(term:',
    '**',
    '---\n',
    '<',
    '&#0;',
    '- ',
    '\u0000',
    '“',
    '#',
  ];
  const edit = fc.record({
    at: fc.nat(page.length),
    cut: fc.nat(60),
    put: fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 8, unit: 'binary' })),
  });

  it('on a page that begins almost like front matter, which is then not looked for further down', () => {
    const text = `----\n${page.slice(page.indexOf('\n') + 1)}\n---\n`;
    const { problems } = checkContent(fixtureFiles({ [PAGE]: text }), NOW);
    expect(problems.map(({ code }) => code)).toContain('front-matter');
  });

  it('on a page with anything cut out of it and put into it', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const text = edits.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), page);
        const { problems } = checkContent(fixtureFiles({ [PAGE]: text }), NOW);
        const lines = text.split('\n').length;
        for (const { place } of problems) {
          expect(place.line).toBeGreaterThan(0);
          expect(place.column).toBeGreaterThan(0);
          if (place.file === `content/${PAGE}`) expect(place.line).toBeLessThanOrEqual(lines + 1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('and what it lets pass compiles into pages the format allows', () => {
    // Small edits of words, marks and numbers, so that many of the pages pass.
    const small = fc.record({
      at: fc.nat(page.length),
      cut: fc.nat(3),
      put: fc.constantFrom(
        '',
        ' ',
        'a',
        '*',
        '**',
        '\n',
        '\n\n',
        '- ',
        '[',
        ']',
        '"',
        '0',
        '.',
        '&nbsp;',
        '\u200b',
        '\\',
      ),
    });
    let passed = 0;
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 2 }), (edits) => {
        const text = edits.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), page);
        const files = fixtureFiles({ [PAGE]: text });
        if (hasErrors(problemsOf(files))) return;
        passed += 1;
        for (const one of compiled(files).pages) expect(pageSchema.parse(one)).toEqual(one);
      }),
      { numRuns: 200 },
    );
    expect(passed).toBeGreaterThan(20);
  });

  it('on YAML with anything in it', () => {
    const yaml = fixtureFiles().texts.get('en/glossary.yaml') ?? '';
    fc.assert(
      fc.property(fc.nat(yaml.length), fc.nat(40), fc.string({ maxLength: 10, unit: 'binary' }), (at, cut, put) => {
        const text = yaml.slice(0, at) + put + yaml.slice(at + cut);
        expect(() => checkContent(fixtureFiles({ 'en/glossary.yaml': text }), NOW)).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});

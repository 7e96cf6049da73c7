/** What helps volunteers (V2): what an editor may write, what is refused, and what of the product's own there is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../../../build/content-compiler/check/check-content.ts';
import { compileAlongside } from '../../../../../build/content-compiler/compile/alongside.ts';
import { alongsideSchema } from '../../../../../content/format/index.ts';
import { fixtureFiles, NOW } from '../fixture.ts';

const content = join(import.meta.dirname, '../../../../../content');

const { library: fixture } = checkContent(fixtureFiles(), NOW);
const [first] = fixture.languages[0]?.pages ?? [];
const PAGE = first?.frontMatter.id ?? '';
const PART = first?.parts[0]?.id ?? '';

const text = (changes: Readonly<Record<string, string>> = {}): string =>
  Object.values({
    guide: `guide: ${PAGE}`,
    anywhere: 'anywhere: [Shall we stop here?]',
    pages: `pages:\n  ${PAGE}: [Which part?]`,
    lists: `lists:\n  - { id: one, title: One, steps: [{ page: ${PAGE}, part: ${PART}, label: First }] }`,
    who: `who: [{ page: ${PAGE}, part: ${PART}, label: Ask }]`,
    ...changes,
  }).join('\n');

const checked = (source: string) => {
  const { problems, library } = checkContent(fixtureFiles({ 'en/alongside.yaml': source }), NOW);
  return {
    told: problems
      .filter(({ place }) => place.file === 'content/en/alongside.yaml')
      .map(({ place, level, code }) => `${String(place.line)} ${level} ${code}`),
    original: library.languages.find(({ isOriginal }) => isOriginal),
  };
};

describe('V2 · what helps volunteers', () => {
  it('is taken as an editor writes it, in words that are said and found again by their place', () => {
    const { told, original } = checked(text());
    expect(told).toEqual([]);
    if (!original) throw new Error('there is no original');
    const compiled = compileAlongside('en-GB', original, undefined);
    expect(alongsideSchema.parse(compiled)).toEqual(compiled);
    expect(compiled?.lists[0]?.steps[0]).toMatchObject({ page: PAGE, part: PART, label: { id: 'list.one.1' } });
    const other = compileAlongside('cy', { alongside: undefined }, { source: original, heads: [] });
    expect(other?.anywhere[0]?.other, 'in another language it says so').toEqual({
      language: 'en-GB',
      direction: 'ltr',
    });
    expect(compileAlongside('cy', { alongside: undefined }, undefined)).toBeUndefined();
  });

  it.each([
    ['a guide that is no page', { guide: 'guide: nowhere' }, '1 error unknown-page'],
    ['words beside no page', { pages: 'pages:\n  nowhere: [Which?]' }, '4 error unknown-page'],
    [
      'a step to no page',
      { lists: `lists:\n  - { id: one, title: One, steps: [{ page: nowhere, part: ${PART}, label: First }] }` },
      '6 error unknown-page',
    ],
    [
      'a step to no part',
      { lists: `lists:\n  - { id: one, title: One, steps: [{ page: ${PAGE}, part: nowhere, label: First }] }` },
      '6 error unknown-part',
    ],
    ['nobody who can answer', { who: 'who: []' }, '7 error schema'],
    [
      'a field that there is not',
      { who: `who: [{ page: ${PAGE}, part: ${PART}, label: Ask, tel: 1 }]` },
      '7 error schema',
    ],
    [
      'two lists of one id',
      {
        lists: `lists:\n${`  - { id: one, title: One, steps: [{ page: ${PAGE}, part: ${PART}, label: First }] }\n`.repeat(2)}`,
      },
      '7 error duplicate-id',
    ],
  ])('%s is told where it stands', (_what, change, problem) => {
    expect(checked(text(change)).told).toEqual([problem]);
  });

  it('has at least four reading lists in the product’s own library, and never tells anybody what to do', () => {
    const source = readFileSync(join(content, 'en/alongside.yaml'), 'utf8');
    const titles = [...source.matchAll(/^ {4}title: (.*)$/gm)].map(([, title]) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Just told it has come back',
        'Thinking about a trial',
        'A first visit today',
        'Looking after brothers and sisters',
      ]),
    );
    expect(source.split('lists:')[0]).not.toMatch(/\b(should|must|ought|you need to|do not)\b/i);
  });
});

/** S1 · one slip in a medical word finds the word first: 200 misspellings, made by a seeded generator. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../../../build/content-compiler/check/check-content.ts';
import { compileLanguage } from '../../../../build/content-compiler/compile/language.ts';
import { readContent } from '../../../../build/content-compiler/disk.ts';
import { compileSearch } from '../../../../build/content-compiler/search/index.ts';
import { indexedPage } from '../../../../build/content-compiler/search/page-words.ts';
import { fold } from '../../../../content/format/index.ts';
import { Search } from '../../../../renderer/search/search.ts';
import { type Random, createRandom } from '../../../bench/scale/random.ts';
import { searchFilesFrom } from '../../../support/search-files.ts';

const CONTENT = join(import.meta.dirname, '../../../../content');
const HOW_MANY = 200;
const FOUND_FIRST = 0.95;

/** One slip of the finger or the spelling: a letter left out, put in, changed, or swapped with its neighbour. */
const misspell = (word: string, random: Random): string => {
  const letter = (): string => random.pick(Array.from('abcdefghijklmnopqrstuvwxyz'));
  for (;;) {
    const at = random.below(word.length);
    const slip = random.pick([
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + letter() + word.slice(at),
      word.slice(0, at) + letter() + word.slice(at + 1),
      word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    ]);
    if (slip !== word) return slip;
  }
};

interface GlossaryWord {
  readonly id: string;
  readonly term: string;
  readonly sensitive?: boolean;
}

const glossary = parse(readFileSync(join(CONTENT, 'en', 'glossary.yaml'), 'utf8')) as readonly GlossaryWord[];
/** Medical words of one word: six letters and more, as misspelt words are. */
const medical = glossary.filter(({ term, sensitive }) => sensitive !== true && /^\p{L}{6,}$/u.test(term));

let search: Search;

beforeAll(async () => {
  const { library } = checkContent(await readContent(CONTENT), new Date('2026-11-01T12:00:00Z'));
  const [source] = library.languages;
  if (source === undefined) throw new Error('no language');
  const { language, pages } = compileLanguage(source, library.drawings);
  const indexed = pages.filter(({ version }) => version === 'full').map(indexedPage);
  const files = new Map(
    [...compileSearch(language, indexed, source.glossary?.value ?? [])].map(({ name, value }) => [
      name as string,
      value,
    ]),
  );
  search = new Search(searchFilesFrom((name) => Promise.resolve(files.get(name))));
  // The whole library is read and compiled, on a machine that may be doing much else.
}, 60_000);

test('S1 · of 200 misspelt medical words, 95 in a hundred find the word first', async () => {
  const random = createRandom(20_261_123);
  expect(medical.length).toBeGreaterThan(20);
  const missed: string[] = [];
  for (let count = 0; count < HOW_MANY; count += 1) {
    const { id, term } = random.pick(medical);
    const typed = misspell(fold(term), random);
    const { terms, suggestions } = await search.find(typed);
    const first = terms[0]?.term ?? suggestions[0]?.word;
    if (first !== id && first !== fold(term)) missed.push(`${typed} for ${term} finds ${first ?? 'nothing'}`);
  }
  expect(1 - missed.length / HOW_MANY, missed.join('\n')).toBeGreaterThanOrEqual(FOUND_FIRST);
});

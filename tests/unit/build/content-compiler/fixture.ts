/** The small library in tests/fixtures/content, whole or with one thing changed. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../../../../build/content-compiler/check/check-content.ts';
import { compileLanguage, type LanguageDocuments } from '../../../../build/content-compiler/compile/language.ts';
import type { Problem } from '../../../../build/content-compiler/problem.ts';
import type { ContentFiles } from '../../../../build/content-compiler/read/library.ts';

const repository = join(import.meta.dirname, '../../../..');
const folder = join(repository, 'tests/fixtures/content');

export const NOW = new Date('2026-01-01T12:00:00Z');
export const PAGE = 'en/pages/tired-after-treatment.md';

/** The fixture's files, the real interface.yaml and its picture among them, with some replaced. `undefined` removes one. */
export function fixtureFiles(changes: Readonly<Record<string, string | undefined>> = {}): ContentFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:md|yaml|svg)$/.test(path),
  );
  const texts = new Map(
    paths
      .filter((path) => path !== 'README.md')
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
  texts.set('en/interface.yaml', readFileSync(join(repository, 'content/en/interface.yaml'), 'utf8'));
  texts.set('en/language.yaml', readFileSync(join(repository, 'content/en/language.yaml'), 'utf8'));
  texts.set('media/two-chairs.svg', readFileSync(join(repository, 'content/media/two-chairs.svg'), 'utf8'));
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) texts.delete(path);
    else texts.set(path, text);
  }
  return { root: 'content', texts };
}

/** One fixture file with one stretch of it replaced; fails when the stretch is not there. */
export function changed(path: string, before: string, after: string): ContentFiles {
  const text = fixtureFiles().texts.get(path);
  if (!text?.includes(before)) throw new Error(`“${before}” is not in ${path}`);
  return fixtureFiles({ [path]: text.replace(before, () => after) });
}

export function problemsOf(files: ContentFiles): readonly Problem[] {
  return checkContent(files, NOW).problems;
}

/** The compiled documents of the fixture's one language. */
export function compiled(files: ContentFiles = fixtureFiles()): LanguageDocuments {
  const { library } = checkContent(files, NOW);
  const [source] = library.languages;
  if (!source) throw new Error('the fixture has no language');
  return compileLanguage(source, library.drawings);
}

/** `file:line:column` of the first place a text stands in a file of the library. */
export function whereIs(files: ContentFiles, path: string, text: string): string {
  const before = (files.texts.get(path) ?? '').split(text)[0] ?? '';
  const lines = before.split('\n');
  return `content/${path}:${String(lines.length)}:${String((lines.at(-1) ?? '').length + 1)}`;
}

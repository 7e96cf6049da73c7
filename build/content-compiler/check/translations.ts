/** What a language lacks beside the one it is translated from (C10). */
import type { Report } from '../problem.ts';
import type { LanguageSource, Library } from '../read/library.ts';

/** What one language has of what the original has. */
export interface Coverage {
  readonly folder: string;
  readonly kind: 'pages' | 'easy' | 'questions' | 'terms' | 'helplines' | 'topics';
  readonly total: number;
  readonly missing: readonly string[];
}

/** Ids by kind, in the order in which an editor translates. */
function idsOf({ pages, easyPages, questions, glossary, helplines, topics }: LanguageSource) {
  const ids = (list: readonly { readonly id: string }[] | undefined): readonly string[] =>
    (list ?? []).map(({ id }) => id);
  return {
    pages: pages.map(({ frontMatter }) => frontMatter.id),
    easy: easyPages.map(({ frontMatter }) => frontMatter.id),
    questions: questions?.value.groups.flatMap((group) => ids(group.questions)) ?? [],
    terms: ids(glossary?.value),
    helplines: ids(helplines?.value),
    topics: topics?.value.flatMap((topic) => [topic.id, ...ids(topic.topics)]) ?? [],
  } satisfies Record<Coverage['kind'], readonly string[]>;
}

/** The language all others are translated from: the policy's, or the first there is. */
export function originalOf({ languages }: Library, original: string): LanguageSource | undefined {
  return languages.find(({ folder }) => folder === original) ?? languages[0];
}

/** How far each other language is. */
export function coverageOf(library: Library, original: string): readonly Coverage[] {
  const from = originalOf(library, original);
  if (!from) return [];
  const wanted = Object.entries(idsOf(from)) as [Coverage['kind'], readonly string[]][];
  return library.languages
    .filter((source) => source !== from)
    .flatMap((source) => {
      const has = idsOf(source);
      return wanted.map(([kind, ids]) => ({
        folder: source.folder,
        kind,
        total: ids.length,
        missing: ids.filter((id) => !has[kind].includes(id)),
      }));
    });
}

const names: Readonly<Record<Coverage['kind'], string>> = {
  pages: 'pages',
  easy: 'Easy Read pages',
  questions: 'questions',
  terms: 'medical words',
  helplines: 'helplines',
  topics: 'topics',
};

/** Tells what is not translated, a line for each language and kind. Messages are errors of `interface.yaml`. */
export function checkTranslations(library: Library, original: string, report: Report): void {
  for (const { folder, kind, total, missing } of coverageOf(library, original)) {
    if (missing.length === 0) continue;
    const source = library.languages.find((one) => one.folder === folder);
    report({
      place: { file: source?.fileOf('interface.yaml') ?? library.root, line: 1, column: 1 },
      level: 'info',
      code: 'missing-translation',
      what: `${String(missing.length)} of ${String(total)} ${names[kind]} are not in “${folder}”: ${missing.join(', ')}`,
      why: `visitors who read “${folder}” are offered these in another language`,
      mend: 'translate them, with the same ids',
    });
  }
}

/** Tells pages of the original that have no Easy Read version (C3). */
export function checkEasyReadThere({ pages, easyPages }: LanguageSource, report: Report): void {
  const there = new Set(easyPages.map(({ frontMatter }) => frontMatter.id));
  for (const { frontMatter, placeOf } of pages) {
    if (there.has(frontMatter.id)) continue;
    report({
      place: placeOf(['id']),
      level: 'info',
      code: 'missing-easy-read',
      what: `“${frontMatter.id}” has no Easy Read version`,
      why: 'some people can use no other (C3)',
      mend: `begin one with npm run content -- new easy ${frontMatter.id}`,
    });
  }
}

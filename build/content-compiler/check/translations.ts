/** What a language lacks beside the one it is translated from (C10). */
import type { Report } from '../problem.ts';
import { isEnglish } from './measures.ts';
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

/** How far each other language is. */
export function coverageOf(library: Library): readonly Coverage[] {
  const [from] = library.languages;
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
export function checkTranslations(library: Library, report: Report): void {
  for (const { folder, kind, total, missing } of coverageOf(library)) {
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

/** What of a language nobody who speaks it has approved, by what an editor calls it. */
export function unreviewedIn({
  isOriginal,
  folder,
  profile,
  pages,
  easyPages,
  questions,
}: LanguageSource): readonly string[] {
  if (isOriginal) return [];
  const unapproved = (all: LanguageSource['pages'], name: string): readonly string[] =>
    all.flatMap(({ frontMatter: { id, translationReviewer } }) =>
      translationReviewer === undefined ? [`${folder}/${name}/${id}`] : [],
    );
  return [
    ...(profile?.translationReviewer === undefined
      ? [`${folder}/language.yaml (interface, topics, words, helplines)`]
      : []),
    ...unapproved(pages, 'pages'),
    ...unapproved(easyPages, 'easy'),
    ...(questions && questions.value.translationReviewer === undefined ? [`${folder}/questions.yaml`] : []),
  ];
}

/** Tells translations that nobody who speaks the language has approved: visitors see a notice on each. */
export function tellUnreviewed({ languages }: Library, report: Report): void {
  for (const source of languages) {
    const names = unreviewedIn(source);
    if (names.length === 0) continue;
    report({
      place: { file: source.fileOf('language.yaml'), line: 1, column: 1 },
      level: 'info',
      code: 'translation-not-reviewed',
      what: `translations nobody has approved: ${String(names.length)} (${names.join(', ')})`,
      why: 'a wrong word can frighten or mislead, and only somebody who speaks the language hears it',
      mend: 'have them read by a native speaker, and set “translationReviewer” to that person’s name',
    });
  }
}

/** Tells of each language to which the rules for plain words do not apply: silence would read as praise. */
export function tellUnmeasured({ languages }: Library, report: Report): void {
  for (const { folder, profile, fileOf } of languages) {
    if (profile === undefined || isEnglish(profile.language)) continue;
    report({
      place: { file: fileOf('language.yaml'), line: 1, column: 1 },
      level: 'info',
      code: 'not-measured',
      what: `the plain words of “${folder}” were not measured: reading age, sentence length, medical words, words to avoid, figures beside survival`,
      why: 'these rules were made for English, and say nothing about another language',
      mend: 'have a native speaker judge how plain it is',
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

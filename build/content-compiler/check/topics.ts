/** Checks of the tree of topics: home is not crowded, nothing in it is empty, and every page is in it (C1). */
import { MOST_CHOICES, type ProblemCode } from '../../../content/format/index.ts';
import type { Report } from '../problem.ts';
import type { LanguageSource } from '../read/library.ts';
import { shownTopics } from '../compile/untranslated.ts';
import { checkOnce } from './once.ts';

type Path = readonly (string | number)[];

/** A topic of the tree and where it is written. */
interface Branch {
  readonly id: string;
  readonly pages: readonly string[];
  readonly path: Path;
  readonly isEmpty: boolean;
}

/**
 * Topics name pages that exist, and every page is in a topic.
 *
 * @param original - what the language is translated from: its topics and pages are there too
 */
export function checkTopics(
  { topics, pages, questions, alongside }: LanguageSource,
  original: LanguageSource | undefined,
  report: Report,
): void {
  if (!topics) return;
  const refuse = (path: Path, code: ProblemCode, what: string, why: string, mend: string): void => {
    report({ place: topics.placeOf(path), level: 'error', code, what, why, mend });
  };
  const tree = shownTopics(topics.value, original?.profile && { source: original, heads: [] });
  const filled = new Set(
    tree
      .flatMap((topic) => [topic, ...topic.topics])
      .filter((topic) => topic.pages.length > 0 || topic.topics.length > 0)
      .map(({ id }) => id),
  );
  const branches = topics.value.flatMap((topic, index): readonly Branch[] => [
    { ...topic, path: [index], isEmpty: !filled.has(topic.id) },
    ...topic.topics.map((child, below) => ({
      ...child,
      path: [index, 'topics', below],
      isEmpty: !filled.has(child.id),
    })),
  ]);
  checkOnce(
    branches.map(({ id }) => id),
    (index) => topics.placeOf([...(branches[index]?.path ?? []), 'id']),
    'topic',
    report,
  );
  // Home also offers the words explained, and the questions where there are some.
  const room = MOST_CHOICES - ((questions ?? original?.questions) ? 2 : 1);
  if (tree.length === 0 || tree.length > room) {
    const what = `${String(tree.length)} topics`;
    refuse(
      [],
      'topic-count',
      what,
      `Home has room for 1 to ${String(room)} (C1)`,
      'add topics, join them, or put some in others',
    );
  }
  const ids = new Set([...(original?.pages ?? []), ...pages].map(({ frontMatter }) => frontMatter.id));
  for (const { id, pages: named, path, isEmpty } of branches) {
    if (isEmpty)
      refuse(
        path,
        'empty',
        `topic “${id}” holds nothing`,
        'it would be a dead end (C12)',
        'give it pages or topics, or remove it',
      );
    named.forEach((page, position) => {
      const at = [...path, 'pages', position];
      if (!ids.has(page)) {
        refuse(
          at,
          'unknown-page',
          `topic “${id}” names the page “${page}”`,
          'there is no such page',
          'correct the id or add the page',
        );
      } else if (named.indexOf(page) !== position) {
        refuse(at, 'duplicate-id', `“${page}” is in this topic already`, 'it would be shown twice', 'remove one');
      }
    });
  }
  const inTopics = tree.flatMap((topic) => [topic, ...topic.topics]).flatMap((topic) => topic.pages);
  // The volunteers’ page is reached from beside what they read.
  const reachable = new Set([...inTopics, (alongside ?? original?.alongside)?.value.guide]);
  for (const { frontMatter, placeOf } of pages) {
    if (reachable.has(frontMatter.id)) continue;
    report({
      place: placeOf(['id']),
      level: 'error',
      code: 'unreachable-page',
      what: `no topic names “${frontMatter.id}”`,
      why: 'nobody could find the page',
      mend: 'add it to topics.yaml',
    });
  }
}

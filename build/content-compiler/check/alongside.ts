/** Checks of what helps volunteers (V2): each list leads somewhere, and each prompt stands beside a page. */
import type { AlongsideSource } from '../../../content/format/index.ts';
import type { DraftPage } from '../read/draft.ts';
import type { Report } from '../problem.ts';
import type { LanguageSource } from '../read/library.ts';
import { checkOnce } from './once.ts';

/** @param original - what the language is translated from: its pages are there too */
export function checkAlongside(
  { alongside, pages }: LanguageSource,
  original: LanguageSource | undefined,
  report: Report,
): void {
  if (!alongside) return;
  const { value, placeOf } = alongside;
  // A translated page has the original's parts, so that either tells which there are.
  const drafts = new Map<string, DraftPage>(
    [...(original?.pages ?? []), ...pages].map((page) => [page.frontMatter.id, page]),
  );
  const refuse = (path: readonly (string | number)[], code: 'unknown-page' | 'unknown-part', what: string): void => {
    report({
      place: placeOf(path),
      level: 'error',
      code,
      what,
      why: 'a volunteer would lead somebody to a place that is not there',
      mend:
        code === 'unknown-page'
          ? 'correct the id or add the page'
          : 'correct the id, or give the part’s heading that id',
    });
  };
  const isPage = (id: string, path: readonly (string | number)[], who: string): boolean => {
    if (!drafts.has(id)) refuse(path, 'unknown-page', `${who} names the page “${id}”, and there is none`);
    return drafts.has(id);
  };
  isPage(value.guide, ['guide'], 'the guide for volunteers');
  for (const id of Object.keys(value.pages)) isPage(id, ['pages', id], 'what to say');
  checkOnce(
    value.lists.map(({ id }) => id),
    (index) => placeOf(['lists', index, 'id']),
    'reading list',
    report,
  );
  const checkSteps = (steps: AlongsideSource['who'], path: readonly (string | number)[], who: string): void => {
    for (const [index, { page, part }] of steps.entries()) {
      const at = [...path, index];
      if (!isPage(page, [...at, 'page'], who)) continue;
      if (drafts.get(page)?.parts.some((one) => one.id === part) !== true)
        refuse([...at, 'part'], 'unknown-part', `${who} names the part “${part}” of “${page}”, and there is none`);
    }
  };
  for (const [index, { id, steps }] of value.lists.entries())
    checkSteps(steps, ['lists', index, 'steps'], `the reading list “${id}”`);
  checkSteps(value.who, ['who'], 'who can answer');
}

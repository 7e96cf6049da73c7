/** Every check in one run (E2). */
import type { Policy } from '../../../content/format/index.ts';
import { sortProblems, type Problem, type Report } from '../problem.ts';
import {
  readLists,
  readPages,
  type ContentFiles,
  type LanguageSource,
  type Library,
  type Lists,
} from '../read/library.ts';
import { checkOnePage, checkWords, wordRules, type CheckedPage } from './check-page.ts';
import { listDocuments } from './documents.ts';
import { checkGlossary, checkHelplines, checkUnusedTerms, reportUnheard } from './language.ts';
import { knownIds } from './pages.ts';
import { checkUnknownFiles, checkUnusedMedia } from './pictures.ts';
import { checkPlaceholders } from './placeholders.ts';
import { byPolicy, readPolicy } from './policy.ts';
import { checkQuestions } from './questions.ts';
import { checkHelplineDates, checkReview } from './review.ts';
import { checkAlongside } from './alongside.ts';
import { checkTickets } from './tickets.ts';
import { checkTopics } from './topics.ts';
import { checkEasyReadThere, checkTranslations, tellUnmeasured, tellUnreviewed } from './translations.ts';
import { allUses } from './uses.ts';

/** The content as far as it could be read, and all that is wrong with it, in the order of files and lines. */
export interface CheckedContent {
  readonly library: Library;
  readonly policy: Policy;
  readonly problems: readonly Problem[];
}

/** What pages are read and checked with: the lists and the site's policy, with the mistakes in those. */
export interface Sources {
  readonly files: ContentFiles;
  readonly lists: Lists;
  readonly policy: Policy;
  readonly problems: readonly Problem[];
}

/** Pages that were checked before, under this very content, by their files. */
export type KnownPages = ReadonlyMap<string, CheckedPage>;

/** Reads and checks content. `now` decides what is overdue. Never throws for what an editor wrote. */
export function checkContent(files: ContentFiles, now: Date): CheckedContent {
  return checkLibrary(readSources(files), new Map(), now);
}

/** Reads everything but the pages. */
export function readSources(files: ContentFiles): Sources {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const policy = readPolicy(files, report);
  return { files, policy, lists: readLists(files, policy.original, report), problems };
}

/** Reads and checks the pages, but for those that are known, and then the whole. */
export function checkLibrary(
  { files, lists, policy, problems }: Sources,
  knownPages: KnownPages,
  now: Date,
): CheckedContent {
  const all: Problem[] = [...problems];
  const report: Report = (problem) => all.push(problem);
  const library = readPages(lists, files, (file) => knownPages.get(file)?.draft, report);
  const today = now.toISOString().slice(0, 10);
  const shown = library.languages.flatMap((source) =>
    checkLanguage(source, library, knownPages, policy, today, report),
  );
  const folders = library.languages.map(({ folder }) => folder);
  checkUnknownFiles(files, folders, report);
  checkUnusedMedia(library, shown, report);
  checkPlaceholders(files, report);
  checkTranslations(library, report);
  tellUnreviewed(library, report);
  tellUnmeasured(library, report);
  const [original] = library.languages;
  if (original) checkEasyReadThere(original, report);
  return { library, policy, problems: sortProblems(all.flatMap((problem) => byPolicy(problem, policy) ?? [])) };
}

/** @returns the drawings that the language's pages show */
function checkLanguage(
  source: LanguageSource,
  { drawings, languages: [first] }: Library,
  knownPages: KnownPages,
  policy: Policy,
  today: string,
  report: Report,
): readonly string[] {
  const original = source.isOriginal ? undefined : first;
  checkTopics(source, original, report);
  checkGlossary(source, report);
  checkHelplines(source, report);
  checkTickets(source, report);
  checkAlongside(source, original, report);
  checkHelplineDates(source, today, policy, report);
  checkQuestions(source, report);
  checkPageIds(source.pages, report);
  checkPageIds(source.easyPages, report);
  const known = knownIds(source, original, drawings);
  const rules = wordRules(source.profile, policy, source);
  const pages = [...source.pages, ...source.easyPages].map((page) => {
    const checked = knownPages.get(page.file);
    checked?.problems.forEach(report);
    return checked?.facts ?? checkOnePage(page, known, rules, report);
  });
  const reviewed = source.pages.map(({ frontMatter, placeOf }) => ({ ...frontMatter, placeOf }));
  for (const page of reviewed) checkReview(page, today, policy, report);
  if (source.questions) {
    checkReview({ ...source.questions.value, placeOf: source.questions.placeOf }, today, policy, report);
  }
  const lists = listDocuments(source);
  for (const list of lists) checkWords(list, rules, report);
  const uses = allUses([...pages, ...lists.map(rules.findUses)]);
  // An entry that only its own glossary holds is not used.
  const usedOutside = allUses([...pages, ...lists.filter(({ id }) => id !== 'glossary').map(rules.findUses)]);
  checkUnusedTerms(source, usedOutside, report);
  reportUnheard(source, uses, report);
  return pages.flatMap((page) => page.drawings);
}

function checkPageIds(pages: LanguageSource['pages'], report: Report): void {
  const seen = new Set<string>();
  for (const { frontMatter, placeOf } of pages) {
    if (seen.has(frontMatter.id)) {
      report({
        place: placeOf(['id']),
        level: 'error',
        code: 'duplicate-id',
        what: `page “${frontMatter.id}” is there already`,
        why: 'ids are addresses',
        mend: 'choose another id',
      });
    }
    seen.add(frontMatter.id);
  }
}

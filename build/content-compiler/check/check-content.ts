/** Every check in one run (E2). */
import type { Policy } from '../../../content/format/index.ts';
import { sortProblems, type Problem, type Report } from '../problem.ts';
import { readLibrary, type ContentFiles, type LanguageSource, type Library } from '../read/library.ts';
import { allTextOf, documentsIn, type CheckedDocument } from './documents.ts';
import { checkEasyRead } from './easy-read.ts';
import { glossaryWords } from './first-use.ts';
import { checkGlossary, checkHelplines, checkUnusedTerms, reportUnheard } from './language.ts';
import { checkLists } from './lists.ts';
import { isEnglish } from './measures.ts';
import { checkMedicalWords } from './medical-words.ts';
import { checkNumbers } from './numbers.ts';
import { checkPage, type KnownIds } from './pages.ts';
import { checkAlternatives, checkUnknownFiles, checkUnusedMedia } from './pictures.ts';
import { checkPlaceholders } from './placeholders.ts';
import { byPolicy, readPolicy } from './policy.ts';
import { checkProse } from './prose.ts';
import { checkQuestions } from './questions.ts';
import { checkReadingAge } from './reading-age.ts';
import { checkHelplineDates, checkReview } from './review.ts';
import { checkTopics } from './topics.ts';
import { checkEasyReadThere, checkTranslations, originalOf } from './translations.ts';
import { checkWording } from './wording.ts';

/** The content as far as it could be read, and all that is wrong with it, in the order of files and lines. */
export interface CheckedContent {
  readonly library: Library;
  readonly policy: Policy;
  readonly problems: readonly Problem[];
}

/** Reads and checks content. `now` decides what is overdue. Never throws for what an editor wrote. */
export function checkContent(files: ContentFiles, now: Date): CheckedContent {
  const all: Problem[] = [];
  const report: Report = (problem) => all.push(problem);
  const policy = readPolicy(files, report);
  const library = readLibrary(files, report);
  const today = now.toISOString().slice(0, 10);
  for (const source of library.languages) checkLanguage(source, library, policy, today, report);
  const folders = library.languages.map(({ folder }) => folder);
  checkUnknownFiles(files, folders, report);
  checkUnusedMedia(library, report);
  checkPlaceholders(files, report);
  checkTranslations(library, policy.original, report);
  const original = originalOf(library, policy.original);
  if (original) checkEasyReadThere(original, report);
  return { library, policy, problems: sortProblems(all.flatMap((problem) => byPolicy(problem, policy) ?? [])) };
}

function checkLanguage(
  source: LanguageSource,
  { drawings }: Library,
  policy: Policy,
  today: string,
  report: Report,
): void {
  checkTopics(source, report);
  checkGlossary(source, report);
  checkHelplines(source, report);
  checkHelplineDates(source, today, policy, report);
  checkQuestions(source, report);
  checkPageIds(source.pages, report);
  checkPageIds(source.easyPages, report);
  const known: KnownIds = {
    pages: new Set(source.pages.map(({ frontMatter }) => frontMatter.id)),
    terms: new Set(source.glossary?.value.map(({ id }) => id)),
    helplines: new Map(source.helplines?.value.map((helpline) => [helpline.id, helpline.source])),
    drawings: new Set(drawings.keys()),
  };
  for (const page of [...source.pages, ...source.easyPages]) {
    checkPage(page, known, report);
    checkLists(page, report);
    checkAlternatives(page, report);
  }
  const reviewed = source.pages.map(({ frontMatter, placeOf }) => ({ ...frontMatter, placeOf }));
  for (const page of reviewed) checkReview(page, today, policy, report);
  if (source.questions) {
    checkReview({ ...source.questions.value, placeOf: source.questions.placeOf }, today, policy, report);
  }
  const documents = documentsIn(source);
  const language = source.messages?.language ?? 'en';
  const isExplained = glossaryWords(source.glossary?.value ?? []);
  for (const document of documents) checkWords(document, isExplained, language, policy, report);
  checkUnusedTerms(source, documents, report);
  reportUnheard(source, allTextOf(documents), report);
}

/** What a document says, and how. */
function checkWords(
  document: CheckedDocument,
  isExplained: (word: string) => boolean,
  language: string,
  policy: Policy,
  report: Report,
): void {
  for (const text of document.texts) checkProse(text, language, report);
  checkNumbers(document, language, report);
  checkWording(document, language, policy, report);
  checkEasyRead(document, report);
  if (!isEnglish(language)) return;
  checkMedicalWords(document, isExplained, policy, report);
  if (document.kind !== 'lists') checkReadingAge(document, language, policy, report);
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

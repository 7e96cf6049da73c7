/** All checks of one page that need no other page: a pure function of the page, what it names, and its language. */
import type { LanguageProfile, Policy } from '../../../content/format/index.ts';
import type { Problem, Report } from '../problem.ts';
import type { DraftPage } from '../read/draft.ts';
import { pageDocument, type CheckedDocument } from './documents.ts';
import { checkEasyRead } from './easy-read.ts';
import { glossaryWords } from './first-use.ts';
import { checkLists } from './lists.ts';
import { isEnglish } from './measures.ts';
import { checkMedicalWords } from './medical-words.ts';
import { checkNumbers } from './numbers.ts';
import { checkPage, type KnownIds } from './pages.ts';
import { checkAlternatives, drawingsOf } from './pictures.ts';
import { checkProse, sensitiveIn } from './prose.ts';
import { checkReadingAge } from './reading-age.ts';
import { createUsesFinder, type Uses } from './uses.ts';
import { checkWording } from './wording.ts';

/** What the words of a language are held to. */
export interface WordRules {
  readonly language: string;
  readonly policy: Policy;
  /** Finds words that stand behind a gentle question only. */
  readonly sensitive: RegExp;
  /** Whether the glossary explains a word. */
  readonly isExplained: (word: string) => boolean;
  readonly findUses: (document: CheckedDocument) => Uses;
}

/** What a page says about the library, for checks of the library as a whole. */
export interface PageFacts extends Uses {
  /** The drawings it shows. */
  readonly drawings: readonly string[];
}

/** A page that was checked by itself: all that is wrong with it, and what the whole library is checked by. */
export interface CheckedPage {
  readonly draft: DraftPage;
  readonly problems: readonly Problem[];
  readonly facts: PageFacts;
}

/** Makes the rules of a language ready, once for all its documents. */
export function wordRules(
  profile: LanguageProfile | undefined,
  policy: Policy,
  lists: Parameters<typeof createUsesFinder>[0],
): WordRules {
  return {
    language: profile?.language ?? 'en',
    policy,
    sensitive: sensitiveIn(profile?.sensitiveWords ?? []),
    isExplained: glossaryWords(lists.glossary?.value ?? []),
    findUses: createUsesFinder(lists),
  };
}

/** Checks a page by itself. */
export function checkOnePage(page: DraftPage, known: KnownIds, rules: WordRules, report: Report): PageFacts {
  checkPage(page, known, report);
  checkLists(page, report);
  checkAlternatives(page, report);
  const document = pageDocument(page);
  checkWords(document, rules, report);
  return { ...rules.findUses(document), drawings: drawingsOf(page) };
}

/** What a document says, and how. */
export function checkWords(
  document: CheckedDocument,
  { language, policy, sensitive, isExplained }: WordRules,
  report: Report,
): void {
  for (const text of document.texts) checkProse(text, language, sensitive, report);
  checkNumbers(document, language, report);
  checkWording(document, language, policy, report);
  checkEasyRead(document, report);
  if (!isEnglish(language)) return;
  checkMedicalWords(document, isExplained, policy, report);
  if (document.kind !== 'lists') checkReadingAge(document, language, policy, report);
}

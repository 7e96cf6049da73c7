/** What the report tells, as data: the state of the whole content on one day. */
import type { ProblemCode } from '../../../content/format/index.ts';
import type { CheckedContent } from '../check/check-content.ts';
import { documentsIn } from '../check/documents.ts';
import { unheardIn } from '../check/language.ts';
import { measureDocument, type ReadingMeasures } from '../check/measures.ts';
import { addDays, addMonths } from '../check/review.ts';
import { coverageOf, unreviewedIn, type Coverage } from '../check/translations.ts';
import { allUses, createUsesFinder } from '../check/uses.ts';
import { flatProblem, type FlatProblem } from '../problem.ts';
import type { LanguageSource } from '../read/library.ts';
import type { UsedRecording } from '../recorded-library.ts';

/** Something with a day by which somebody looks at it again. Dates are `YYYY-MM-DD`. */
export interface CalendarEntry {
  readonly folder: string;
  readonly what: 'page' | 'questions' | 'helpline';
  readonly id: string;
  readonly title: string;
  readonly last: string;
  readonly next: string;
  readonly state: 'overdue' | 'soon' | 'later';
  /** The named clinician who signed it off; absent while it is sample content. */
  readonly reviewer?: string;
}

/** The measures of one page or sheet. */
export interface MeasuredDocument extends ReadingMeasures {
  readonly folder: string;
  readonly kind: 'page' | 'easy' | 'questions';
  readonly id: string;
  readonly title: string;
}

/** All that the report tells. */
export interface ReportFacts {
  readonly date: string;
  readonly soonDays: number;
  readonly limitAge: number;
  readonly aimAge: number;
  readonly counts: Readonly<Record<'errors' | 'warnings' | 'notes', number>>;
  readonly calendar: readonly CalendarEntry[];
  readonly measures: readonly MeasuredDocument[];
  readonly unheard: readonly { readonly folder: string; readonly words: readonly string[]; readonly heard: number }[];
  /** In the order of their files. */
  readonly recordings: readonly UsedRecording[];
  readonly languages: readonly string[];
  readonly coverage: readonly Coverage[];
  /** Translations that nobody who speaks the language has approved. */
  readonly unreviewed: readonly string[];
  readonly withoutEasyRead: readonly string[];
  readonly links: readonly FlatProblem[];
  readonly problems: readonly FlatProblem[];
}

/** Problems of links: to what is not there, and out of the kiosk. */
const linkCodes: readonly ProblemCode[] = [
  'link-target',
  'missing-media',
  'missing-reference',
  'outward-address',
  'unknown-helpline',
  'unknown-option',
  'unknown-page',
  'unknown-part',
  'unknown-term',
  'unreachable-page',
];

/** What the facts are gathered from. */
export interface Reported extends CheckedContent {
  readonly recordings?: readonly UsedRecording[];
}

/** Gathers the facts. They depend on the content and on the date alone. */
export function gatherFacts({ library, policy, problems, recordings = [] }: Reported, now: Date): ReportFacts {
  const date = now.toISOString().slice(0, 10);
  const { soonDays, helplineMonths } = policy.review;
  const { limitAge, aimAge } = policy.reading;
  const count = (level: string): number => problems.filter((problem) => problem.level === level).length;
  const perLanguage = library.languages.map((source) => ({ source, documents: documentsIn(source) }));
  return {
    date,
    soonDays,
    limitAge,
    aimAge,
    counts: { errors: count('error'), warnings: count('warning'), notes: count('info') },
    calendar: library.languages
      .flatMap((source) => datesOf(source, helplineMonths))
      .map((entry) => ({ ...entry, state: stateOf(entry.next, date, soonDays) }))
      .sort((a, b) => compare(a.next, b.next) || compare(a.folder, b.folder) || compare(a.id, b.id)),
    measures: perLanguage.flatMap(({ source, documents }) =>
      documents.flatMap((document): readonly MeasuredDocument[] => {
        const { kind, id, title } = document;
        if (kind === 'lists') return [];
        const language = source.messages?.language ?? 'en';
        return [{ folder: source.folder, kind, id, title, ...measureDocument(document, language) }];
      }),
    ),
    unheard: perLanguage.map(({ source, documents }) => ({
      folder: source.folder,
      words: unheardIn(source, allUses(documents.map(createUsesFinder(source)))),
      heard: source.lexicon?.value.filter(({ approvedBy }) => approvedBy !== undefined).length ?? 0,
    })),
    recordings: recordings.toSorted((a, b) => compare(a.file, b.file)),
    languages: library.languages.map(({ folder }) => folder),
    coverage: coverageOf(library),
    unreviewed: library.languages.flatMap(unreviewedIn),
    withoutEasyRead: perLanguage.flatMap(({ source: { folder, pages, easyPages } }) => {
      const there = new Set(easyPages.map(({ frontMatter }) => frontMatter.id));
      return pages.flatMap(({ frontMatter: { id } }) => (there.has(id) ? [] : [`${folder}/${id}`]));
    }),
    links: problems.filter(({ code }) => linkCodes.includes(code)).map(flatProblem),
    problems: problems.map(flatProblem),
  };
}

function datesOf(source: LanguageSource, helplineMonths: number): readonly Omit<CalendarEntry, 'state'>[] {
  const { folder, pages, questions, helplines } = source;
  const signed = (reviewer: string | undefined) => (reviewer === undefined ? {} : { reviewer });
  return [
    ...pages.map(({ frontMatter: { id, title, reviewed, nextReview, reviewer } }) => {
      return { folder, what: 'page' as const, id, title, last: reviewed, next: nextReview, ...signed(reviewer) };
    }),
    ...(questions ? [questions.value] : []).map(({ title, reviewed, nextReview, reviewer }) => {
      const id = 'questions';
      return { folder, what: 'questions' as const, id, title, last: reviewed, next: nextReview, ...signed(reviewer) };
    }),
    ...(helplines?.value ?? []).map(({ id, name, checkedOn }) => {
      const next = addMonths(checkedOn, helplineMonths);
      return { folder, what: 'helpline' as const, id, title: name, last: checkedOn, next };
    }),
  ];
}

function stateOf(next: string, today: string, soonDays: number): CalendarEntry['state'] {
  if (next < today) return 'overdue';
  return next <= addDays(today, soonDays) ? 'soon' : 'later';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

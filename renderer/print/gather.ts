/** Finds in the bundle what a job names, and puts it into the order in which it is printed (P2). */
import type {
  Glossary,
  HelplineBlock,
  OtherLanguage,
  Page,
  Passage,
  QuestionSheet,
  Term,
} from '../../content/format/index.ts';
import type { KeptItem, PrintJob } from '../host/printing.ts';
import { Documents, type Shown } from '../visit/documents.ts';
import { Messages } from '../visit/messages.ts';
import { isWithdrawn } from '../visit/review.ts';
import { printable, type PrintBlock } from './printable.ts';
import { linesOf, type SourceLine, sourcesNamed } from './sources.ts';
import { termsIn } from './terms.ts';

/** A part as it is printed: nothing behind a closed gate is in it. */
export interface PrintedPart {
  readonly id: string;
  readonly heading: Passage;
  readonly blocks: readonly PrintBlock[];
}

/** A page with those of its parts that were kept; none where the site has withdrawn it. */
export interface PrintedPage {
  readonly page: Shown<Page>;
  readonly parts: readonly PrintedPart[];
  readonly isWithdrawn: boolean;
  readonly sources: readonly SourceLine[];
}

/** A question to be asked; one that somebody wrote is text and nothing else. */
export type PrintedQuestion =
  { readonly kind: 'sheet'; readonly passage: Passage } | { readonly kind: 'own'; readonly text: string };

/** A summary with all its words. */
export interface Printed {
  readonly job: PrintJob;
  readonly messages: Messages;
  /** Where the hospital's logo is served. */
  readonly logo: string | undefined;
  /** What the ticket's word is called. */
  readonly ticketWord: string;
  readonly pages: readonly PrintedPage[];
  readonly questions: readonly PrintedQuestion[];
  /** The sheet that questions are from, if any is. */
  readonly sheet: Shown<QuestionSheet> | undefined;
  readonly sheetSources: readonly SourceLine[];
  readonly helplines: readonly { readonly block: HelplineBlock; readonly other: OtherLanguage | undefined }[];
  readonly terms: readonly Term[];
  /** How many kept things are not here, since their words cannot be had: the paper says so. */
  readonly missing: number;
}

type Kept<Kind extends KeptItem['kind']> = Extract<KeptItem, { readonly kind: Kind }>;

const keptOf = <Kind extends KeptItem['kind']>(items: readonly KeptItem[], kind: Kind): readonly Kept<Kind>[] =>
  items.filter((item): item is Kept<Kind> => item.kind === kind);

/** Kept things by what they have in common, in the order in which the first of each was kept. */
function grouped<Item>(items: readonly Item[], by: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return [...groups.values()];
}

/** What is kept once is printed once. */
const unique = <Item>(items: readonly Item[], by: (item: Item) => string): readonly Item[] =>
  grouped(items, by).flatMap(([first]) => first ?? []);

const IN_SHORT = 'in-short';

/** `In short` comes before what it is short for; all else stays as it was kept. */
const inShortFirst = (parts: readonly Kept<'part'>[]): readonly Kept<'part'>[] => [
  ...parts.filter(({ part }) => part === IN_SHORT),
  ...parts.filter(({ part }) => part !== IN_SHORT),
];

/** The references of a page stand at the end of its full version. */
async function pageSources(
  documents: Documents,
  page: Page,
  used: ReadonlySet<string>,
): Promise<readonly SourceLine[]> {
  const full = page.version === 'full' ? page : await documents.page(page.id, 'full').catch(() => undefined);
  return full === undefined ? [] : linesOf(full.parts, used);
}

/** The page of some kept parts; nothing when it cannot be had. */
async function gatherPage(
  documents: Documents,
  kept: readonly Kept<'part'>[],
  today: Date,
  limitDays: number | undefined,
): Promise<PrintedPage | undefined> {
  const [first] = kept;
  const page = first && (await documents.page(first.page, first.version).catch(() => undefined));
  if (page === undefined) return undefined;
  if (isWithdrawn(page.review, today, limitDays)) return { page, parts: [], isWithdrawn: true, sources: [] };
  const used = new Set<string>();
  const parts = unique(inShortFirst(kept), ({ part }) => part).flatMap(({ part: id }) => {
    const part = page.parts.find((candidate) => candidate.id === id);
    if (part === undefined) return [];
    for (const source of part.sources) used.add(source);
    // A part may have been kept twice, before and after its gate was opened.
    const open = new Set(kept.filter((item) => item.part === id).flatMap(({ openGates }) => openGates));
    return [{ id, heading: part.heading, blocks: printable(part.blocks, open) }];
  });
  if (parts.length === 0) return undefined;
  return { page, parts, isWithdrawn: false, sources: await pageSources(documents, page, used) };
}

async function gatherHelpline(documents: Documents, { page: id, helpline }: Kept<'helpline'>) {
  // A helpline may be on one version of its page only.
  for (const version of ['full', 'easy'] as const) {
    const page = await documents.page(id, version).catch(() => undefined);
    const block = page?.parts
      .flatMap(({ blocks }) => blocks)
      .find((found) => found.kind === 'helpline' && found.id === helpline);
    if (block?.kind === 'helpline') return { block, other: page?.other };
  }
  return undefined;
}

function questionOf(item: KeptItem, sheet: QuestionSheet | undefined): readonly PrintedQuestion[] {
  if (item.kind === 'own-question') return [{ kind: 'own', text: item.text }];
  if (item.kind !== 'question') return [];
  const group = sheet?.groups.find(({ id }) => id === item.group);
  const asked = [...(group?.questions ?? []), ...(group?.gate?.questions ?? [])];
  return asked.filter(({ id }) => id === item.question).map(({ passage }) => ({ kind: 'sheet', passage }));
}

/** What a ticket's word is called in a language; its id, should the bundle not say. */
async function ticketWord(documents: Documents, id: string): Promise<string> {
  const tickets = await documents.tickets().catch(() => undefined);
  const found = tickets?.words.find((candidate) => candidate.id === id);
  return found?.word.runs.map(({ text }) => text).join('') ?? id;
}

/** A sensitive word's meaning is printed only for somebody who kept it (principle 3). */
function printedTerms(
  glossary: Glossary | undefined,
  kept: ReadonlySet<string>,
  used: ReadonlySet<string>,
): readonly Term[] {
  return (glossary?.terms ?? []).filter(({ id, sensitive }) => kept.has(id) || (used.has(id) && !sensitive));
}

/** What the site has to say of its print. */
export interface PrintSite {
  readonly logo?: string;
  /** How many days past its review a page is printed; absent: however many. */
  readonly withdrawAfterDays?: number;
}

/**
 * Gathers everything that is printed. What cannot be had is counted, so that one damaged page costs nobody the rest of
 * their summary.
 *
 * @throws when there is nothing to print but what cannot be had, or no words for the paper itself
 */
export async function gather(job: PrintJob, { logo, withdrawAfterDays }: PrintSite): Promise<Printed> {
  const { items, language } = job.summary;
  const documents = new Documents(language);
  const questionItems = items.filter(({ kind }) => kind === 'question' || kind === 'own-question');
  const sheetItems = keptOf(items, 'question');
  const today = dayOf(job.printedOn);
  const partsByPage = grouped(keptOf(items, 'part'), ({ page, version }) => `${version}/${page}`);
  const helplineItems = unique(keptOf(items, 'helpline'), ({ page, helpline }) => `${page}/${helpline}`);
  const [words, glossary, word, sheet, pages, helplines] = await Promise.all([
    documents.messages(),
    documents.glossary().catch(() => undefined),
    ticketWord(documents, job.ticket.word),
    sheetItems.length === 0 ? undefined : documents.questions().catch(() => undefined),
    Promise.all(partsByPage.map((kept) => gatherPage(documents, kept, today, withdrawAfterDays))),
    Promise.all(helplineItems.map((kept) => gatherHelpline(documents, kept))),
  ]);
  const printedPages = pages.filter((page) => page !== undefined);
  const printedHelplines = helplines.filter((helpline) => helpline !== undefined);
  const questions = questionItems.flatMap((item) => questionOf(item, sheet));
  const used = termsIn([printedPages.map(({ parts }) => parts), questions]);
  const keptTerms = new Set(keptOf(items, 'term').map(({ term }) => term));
  const terms = printedTerms(glossary, keptTerms, used);
  const groups = new Set(sheetItems.map(({ group }) => group));
  const sheetUses = new Set(sheet?.groups.filter(({ id }) => groups.has(id)).flatMap(({ sources }) => sources));
  const missing =
    partsByPage.reduce((sum, kept, index) => sum + missingParts(kept, pages[index]), 0) +
    (helplines.length - printedHelplines.length) +
    (questionItems.length - questions.length) +
    [...keptTerms].filter((id) => !terms.some((term) => term.id === id)).length;
  if (missing > 0 && printedPages.length + printedHelplines.length + questions.length + terms.length === 0)
    throw new Error('Nothing of the summary can be had.');
  return {
    job,
    messages: new Messages(words),
    logo,
    ticketWord: word,
    pages: printedPages,
    questions,
    sheet,
    sheetSources:
      sheet === undefined
        ? []
        : sourcesNamed({ items: sheet.references, codes: sheet.referenceCodes }, sheetUses, sheet.other),
    helplines: printedHelplines,
    terms,
    missing,
  };
}

/** How many of a page's kept parts are not printed. One that is withdrawn says so itself. */
function missingParts(kept: readonly Kept<'part'>[], page: PrintedPage | undefined): number {
  const parts = new Set(kept.map(({ part }) => part));
  if (page === undefined) return parts.size;
  return page.isWithdrawn ? 0 : parts.size - page.parts.length;
}

/** The calendar day of a date, whatever its hour and the machine's time zone. */
export function dayOf(iso: string): Date {
  const [year = 1970, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

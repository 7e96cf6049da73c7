/**
 * One page from its text to its files, in two steps. Studied by itself it tells all that the rest of the library
 * has to know of it; placed among the others it becomes its document and its narration.
 */
import type { FrontMatter } from '../../../content/format/index.ts';
import { narrationDocuments, plannedNarrations, serialise } from '../bundle-files.ts';
import { checkOnePage, wordRules, type PageFacts } from '../check/check-page.ts';
import { drawingsOf } from '../check/pictures.ts';
import { byPolicy } from '../check/policy.ts';
import { changedWords } from '../check/recorded-words.ts';
import { unknownPassages } from '../check/recordings.ts';
import type { BlockContext } from '../compile/blocks.ts';
import { documentOfPage } from '../compile/documents.ts';
import { createMarkers } from '../compile/glossary-marker.ts';
import { compilePage, type LonePage, type PageHead, type Surroundings } from '../compile/page.ts';
import { passagesOfPage } from '../compile/reading-order.ts';
import { createWords } from '../compile/words.ts';
import type { ClipFacts, ClipJob } from '../narrate/clip.ts';
import { createPlanner, jobsOf, recordingJobsOf } from '../narrate/plan.ts';
import type { RecordingJob, RecordingOutcomes } from '../narrate/recordings/recording.ts';
import { hasErrors, type Place, type Problem, type Report } from '../problem.ts';
import type { DraftPage } from '../read/draft.ts';
import { readEasyPage, readPage } from '../read/page.ts';
import { indexedPage, type IndexedPage } from '../search/page-words.ts';
import { documentOfFile, narrowed, type Named, type PageContext, type PageFile } from './page-context.ts';

/** What is known of a page that was studied: plain data, small against the page. */
export interface StudiedPage {
  readonly frontMatter: FrontMatter;
  /** Where each field of the front matter is written. */
  readonly places: Readonly<Record<string, Place>>;
  readonly problems: readonly Problem[];
  readonly facts: PageFacts;
  readonly head: PageHead;
  /** Only the full version is searched. */
  readonly indexed?: IndexedPage;
  /** Keys of the clips of all that is said on it, but for the cards of other pages. */
  readonly clips: readonly string[];
  /** Keys of the clips that other pages say on its card. */
  readonly cardClips: readonly string[];
  readonly recordings: readonly RecordingJob[];
  /** Apart from its other problems: the checks of the library know of no recordings. */
  readonly recordingProblems: readonly Problem[];
}

/** A page just studied, with what is to be spoken of it. */
export interface Study {
  readonly studied: StudiedPage;
  readonly jobs: readonly ClipJob[];
}

/** The files of a page, as they lie in the bundle. */
export interface PlacedPage {
  readonly document: Uint8Array;
  readonly narration: Uint8Array;
}

/** What a page is placed with. */
export interface AmongOthers {
  readonly surroundings: Surroundings;
  /** Facts of all clips of the page and of the cards around it. */
  readonly clips: ReadonlyMap<string, ClipFacts>;
  /** What came of its recordings. */
  readonly outcomes: RecordingOutcomes;
}

/** Compiles the pages of one language. What it answers depends on its arguments alone. */
export interface PageCompiler {
  /** `undefined` when the page has an error, which the checks of the library name. */
  readonly study: (page: PageFile) => Study | undefined;
  readonly place: (page: PageFile, among: AmongOthers) => PlacedPage;
}

/** Makes ready, once, what all pages of a language are compiled with. */
export function createPageCompiler(context: PageContext): PageCompiler {
  const { profile, original, messages, glossary, helplines, lexicon, policy } = context;
  const { language } = messages;
  const rules = wordRules(profile, policy, { glossary: { value: glossary }, lexicon: { value: lexicon } });
  const plan = createPlanner({ profile, lexicon }, original?.tongue);
  const newMarker = createMarkers(glossary);
  const terms = new Set([...glossary.map(({ id }) => id), ...(original?.terms ?? [])]);
  const sources = new Map(helplines.map(({ id, source }) => [id, source]));
  const shared: Omit<BlockContext, 'drawings'> = {
    words: createWords(messages),
    isTranslation: original !== undefined,
    helplines: new Map(helplines.map((helpline) => [helpline.id, helpline])),
  };
  const compile = (draft: DraftPage): LonePage =>
    compilePage(draft, { ...shared, drawings: narrowed(context, namedBy(draft)).drawings }, newMarker);
  return {
    study: (page) => {
      const problems: Problem[] = [];
      const report: Report = (problem) => problems.push(problem);
      const draft = readDraft(page, report);
      if (!draft) return undefined;
      const { drawings, pageIds } = narrowed(context, namedBy(draft));
      const known = { pages: pageIds, terms, helplines: sources, drawings: new Set(drawings.keys()) };
      const facts = checkOnePage(draft, known, rules, report);
      if (hasErrors(problems.flatMap((problem) => byPolicy(problem, policy) ?? []))) return undefined;
      const lone = compile(draft);
      const recordings = context.recordings.get(documentOfFile(page));
      const planned = plan(passagesOfPage({ ...lone, trail: [], related: [] }), recordings);
      const jobs = jobsOf([planned]);
      const cardJobs = jobsOf([plan([lone.title, lone.summary])]);
      const studied = {
        frontMatter: draft.frontMatter,
        places: placesOf(draft),
        problems,
        facts,
        head: headOf(lone),
        ...(lone.version === 'full' && { indexed: indexedPage(lone) }),
        clips: [...jobs.keys()],
        cardClips: [...cardJobs.keys()],
        recordings: recordingJobsOf([planned]),
        recordingProblems: [...unknownPassages(recordings, planned), ...changedWords(recordings, planned)],
      };
      return { studied, jobs: [...jobs.values()] };
    },
    place: (page, { surroundings, clips, outcomes }) => {
      const draft = readDraft(page, () => undefined);
      if (!draft) throw new Error(`“${page.file}” was not checked`);
      const document = documentOfPage({ ...compile(draft), ...surroundings });
      const planned = plannedNarrations(language, [document], plan, context.recordings);
      const [narration] = narrationDocuments(planned, clips, outcomes);
      return { document: serialise(document.value), narration: serialise(narration?.value) };
    },
  };
}

/** What of other files a page names. */
export function namedBy(draft: DraftPage): Named {
  return { drawings: drawingsOf(draft), pages: draft.frontMatter.related };
}

/** A page that was studied before as its draft, which is read only when somebody looks beyond its front matter. */
export function draftOf(page: PageFile, { frontMatter, places }: StudiedPage): DraftPage {
  let draft: DraftPage | undefined;
  const whole = (): DraftPage => {
    draft ??= readDraft(page, () => undefined);
    if (!draft) throw new Error(`“${page.file}” was not checked`);
    return draft;
  };
  const placeOf: DraftPage['placeOf'] = (path) => {
    const [field] = path;
    const known = path.length === 1 && field !== undefined && Object.hasOwn(places, field) ? places[field] : undefined;
    return known ?? whole().placeOf(path);
  };
  return {
    file: page.file,
    version: page.version,
    frontMatter,
    placeOf,
    get parts() {
      return whole().parts;
    },
  };
}

function readDraft({ file, text, version, full }: PageFile, report: Report): DraftPage | undefined {
  return version === 'full' ? readPage(file, text, report) : readEasyPage(file, text, () => full, report);
}

function placesOf({ frontMatter, placeOf }: DraftPage): Readonly<Record<string, Place>> {
  return Object.fromEntries(Object.keys(frontMatter).map((field) => [field, placeOf([field])]));
}

function headOf({ parts: _parts, decoration: _decoration, ...head }: LonePage): PageHead {
  return head;
}

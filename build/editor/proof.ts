/** What has to be heard: each word nobody has approved by ear, alone and in sentences, with its sounds (R6). Pure. */
import { unheardIn } from '../content-compiler/check/language.ts';
import { spellingPattern } from '../content-compiler/compile/glossary-marker.ts';
import { clipJob, clipPath, type ClipJob } from '../content-compiler/narrate/clip.ts';
import { espeakSettings } from '../content-compiler/narrate/voice.ts';
import { tongueOf } from '../content-compiler/compile/untranslated.ts';
import type { NarrationPlan } from '../content-compiler/narrate/plan.ts';
import { createFinders } from '../content-compiler/narrate/spoken-rules.ts';
import { prepareSpokenText } from '../content-compiler/narrate/spoken-text.ts';
import { narrationPath, routeOf, type Edition, type LanguageEdition } from './edition.ts';
import type { ProofList, Sounding, UnheardWord, ViewChoice } from './pages/contract.ts';

/** The list, and the job of each clip it names. */
export interface Proof {
  readonly list: ProofList;
  readonly jobs: ReadonlyMap<string, ClipJob>;
}

/** More sentences teach nobody more about a word, and a listener has hundreds of words before them. */
const MOST_SENTENCES = 3;
const MOST_PLACES = 8;

/** A sentence as it is planned, and the document it stands in. */
interface SaidSentence {
  readonly text: string;
  readonly job: ClipJob;
  readonly place: ViewChoice;
}

/** The proof of an edition, in alphabetical order of each language's words. */
export function proofOf({ languages, plans }: Pick<Edition, 'languages' | 'plans'>): Proof {
  const jobs = new Map<string, ClipJob>();
  const sounding = (text: string, job: ClipJob): Sounding => {
    jobs.set(job.key, job);
    return { text, clip: clipPath(job.key) };
  };
  const words = languages.flatMap((edition) => wordsOf(edition, plans(), sounding));
  return { list: { words }, jobs };
}

function wordsOf(
  edition: LanguageEdition,
  plans: ReadonlyMap<string, NarrationPlan>,
  sounding: (text: string, job: ClipJob) => Sounding,
): readonly UnheardWord[] {
  const { source } = edition;
  const { profile } = tongueOf(source);
  const lexicon = source.lexicon?.value ?? [];
  const sentences = sentencesOf(edition, plans);
  const finders = createFinders(lexicon, profile);
  const settings = espeakSettings(profile);
  const whole = sentences.map(({ text }) => text).join('\n');
  const isSaid = (word: string): boolean => patternOf([word]).test(whole);
  const spoken = lexicon.map(({ written }) => written).filter(isSaid);
  return unheardIn(source, { terms: [], spoken }).map((written) => {
    const entry = source.glossary?.value.find(({ term, forms }) => [term, ...forms].includes(written));
    // Entries are told by their own spelling: the plural of a word has a sound of its own.
    const isTerm = entry?.term === written;
    const pattern = patternOf(isTerm ? [written, ...entry.forms] : [written]);
    const used = sentences.filter(({ text }) => text !== written && pattern.test(text));
    const said = prepareSpokenText(written, finders).text;
    return {
      folder: source.folder,
      written,
      ...(entry !== undefined && { sayIt: entry.sayIt }),
      said,
      alone: sounding(written, clipJob(said, settings)),
      sentences: distinct(used, ({ text }) => text)
        .slice(0, MOST_SENTENCES)
        .map(({ text, job }) => sounding(text, job)),
      places: distinct(
        used.map(({ place }) => place),
        ({ route }) => route,
      ).slice(0, MOST_PLACES),
    };
  });
}

/** Every sentence of a language's documents, pages first: what a word is met in, before what explains it. */
function sentencesOf(edition: LanguageEdition, plans: ReadonlyMap<string, NarrationPlan>): readonly SaidSentence[] {
  const titles = new Map(edition.views.flatMap(({ title, route, easyRoute }) => titled(title, route, easyRoute)));
  const isPage = (name: string): boolean => name.includes('/');
  const documents = edition.documents.filter(({ name }) => name !== 'messages');
  const ordered = [...documents.filter(({ name }) => isPage(name)), ...documents.filter(({ name }) => !isPage(name))];
  return ordered.flatMap((document) => {
    const route = routeOf(document.name);
    const place = { title: titles.get(route) ?? document.name, route };
    const { passages } = plans.get(narrationPath(edition.language, document)) ?? { passages: [] };
    return passages.flatMap(({ text, sentences }) =>
      sentences.map(({ span, job }) => ({ text: text.slice(span.start, span.end).trim(), job, place })),
    );
  });
}

function titled(title: string, route: string, easyRoute: string | undefined): readonly (readonly [string, string])[] {
  return [[route, title], ...(easyRoute === undefined ? [] : [[easyRoute, `${title} (Easy Read)`] as const])];
}

function patternOf(spellings: readonly string[]): RegExp {
  return new RegExp(spellings.map(spellingPattern).join('|'), 'u');
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}

/** Which sentences of which passages are to be spoken, and the narration once they are. Pure. */
import {
  LARGEST_SPOKEN_NUMBER,
  messageArguments,
  messagePassageId,
  type LanguageProfile,
  type LexiconEntry,
  type Messages,
  type Narration,
  type Passage,
} from '../../../content/format/index.ts';
import { plainPassage, textOfPassage } from '../compile/passages.ts';
import { readPattern } from '../read/icu.ts';
import type { DocumentRecordings, RecordingFile } from '../read/recordings.ts';
import { clipJob, clipPath, type ClipFacts, type ClipJob } from './clip.ts';
import { recordingJob, type RecordingJob, type RecordingOutcomes } from './recordings/recording.ts';
import { splitSentences, type Span } from './sentences.ts';
import { prepareSpokenText, type FindReplacements, type SpokenText } from './spoken-text.ts';
import { createFinders } from './spoken-rules.ts';
import type { VoiceSettings } from './synthesiser.ts';
import { espeakSettings } from './voice.ts';
import { timeWords } from './words.ts';

/** A document's narration to be: each passage with its sentences and their clips. */
export interface NarrationPlan {
  readonly language: string;
  readonly passages: readonly PassagePlan[];
}

interface PassagePlan {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly SentencePlan[];
  /** Takes the place of the sentences' clips. */
  readonly recording?: RecordingJob;
}

interface SentencePlan {
  readonly span: Span;
  readonly spoken: SpokenText;
  readonly job: ClipJob;
}

/** Plans passages in one language. A recording is taken up where it is of one of them that is spoken. */
export type PlanNarration = (passages: readonly Passage[], recordings?: DocumentRecordings) => NarrationPlan;

/** A language as it is spoken. */
export interface Tongue {
  readonly profile: Pick<LanguageProfile, 'language' | 'voice' | 'signs'>;
  readonly lexicon: readonly LexiconEntry[];
}

/**
 * A planner for a language with its lexicon and voice.
 *
 * @param original - how passages are spoken that are not translated
 */
export function createPlanner(own: Tongue, original?: Tongue): PlanNarration {
  const { language } = own.profile;
  const planners = new Map(
    [original, own].flatMap((tongue) => (tongue ? [[tongue.profile.language, speakerOf(tongue)]] : [])),
  );
  return (passages, recordings) => ({
    language,
    passages: passages.map((passage) => {
      const plan = planners.get(passage.other?.language ?? language);
      if (!plan) throw new Error(`nobody speaks the language of “${passage.id}”`);
      const planned = plan(passage);
      const recording = recordings?.get(passage.id);
      return recording && planned.sentences.length > 0 ? recorded(planned, recording) : planned;
    }),
  });
}

function speakerOf({ profile, lexicon }: Tongue): (passage: Passage) => PassagePlan {
  const finders = createFinders(lexicon, profile);
  const settings = espeakSettings(profile);
  return (passage) => planPassage(passage, profile.language, finders, settings);
}

function planPassage(
  passage: Passage,
  language: string,
  finders: readonly FindReplacements[],
  settings: VoiceSettings,
): PassagePlan {
  const text = textOfPassage(passage);
  const sentences = splitSentences(text, language).map((span) => {
    const spoken = prepareSpokenText(text.slice(span.start, span.end), finders);
    return { span, spoken, job: clipJob(spoken.text, settings) };
  });
  return { id: passage.id, text, sentences };
}

function recorded(plan: PassagePlan, file: RecordingFile): PassagePlan {
  const jobs = plan.sentences.map(({ job }) => job);
  return { ...plan, recording: recordingJob(file, jobs) };
}

/** The distinct clips that plans need, but for what is recorded. */
export function jobsOf(plans: readonly NarrationPlan[]): ReadonlyMap<string, ClipJob> {
  const jobs = plans.flatMap(({ passages }) =>
    passages.flatMap(({ sentences, recording }) => (recording ? [] : sentences.map(({ job }) => job))),
  );
  return new Map(jobs.map((job) => [job.key, job]));
}

/** The recordings that plans take up. */
export function recordingJobsOf(plans: readonly NarrationPlan[]): readonly RecordingJob[] {
  return plans.flatMap(({ passages }) => passages.flatMap(({ recording }) => recording ?? []));
}

/**
 * The narration of a plan whose clips are all there, and whose recordings are aligned.
 *
 * @throws Error when a clip is not, which is a mistake of the caller.
 */
export function narrate(
  { language, passages }: NarrationPlan,
  clips: ReadonlyMap<string, ClipFacts>,
  outcomes: RecordingOutcomes = new Map(),
): Narration {
  const factsOf = (key: string, text: string): ClipFacts => {
    const facts = clips.get(key);
    if (!facts) throw new Error(`no clip for “${text}”`);
    return facts;
  };
  const spokenPassages = passages.map((passage) => {
    const { id, text } = passage;
    const spoken = spokenSentences(passage, outcomes).map(({ span, spoken: prepared, key, areWordsTimed }) => {
      const { events, durationMs } = factsOf(key, text.slice(span.start, span.end));
      const words = areWordsTimed ? [...timeWords(text, span, prepared, events, durationMs)] : [];
      return { start: span.start, end: span.end, clip: clipPath(key), durationMs, words };
    });
    return [id, spoken] as const;
  });
  return { language, passages: Object.fromEntries(spokenPassages) };
}

interface SpokenSentence extends Omit<SentencePlan, 'job'> {
  readonly key: string;
  readonly areWordsTimed: boolean;
}

/** A passage's sentences with their clips; a single one where a recording could not be cut into its sentences. */
function spokenSentences(
  { id, sentences, recording }: PassagePlan,
  outcomes: RecordingOutcomes,
): readonly SpokenSentence[] {
  if (!recording) return sentences.map(({ job, ...rest }) => ({ ...rest, key: job.key, areWordsTimed: true }));
  const outcome = outcomes.get(recording.key);
  if (!outcome) throw new Error(`the recording of “${id}” was not aligned`);
  const { clips, timedBy } = outcome;
  const last = sentences.at(-1);
  return sentences.slice(0, clips.length).map(({ span, spoken }, index) => ({
    span: timedBy === 'whole' && last ? { start: span.start, end: last.span.end } : span,
    spoken,
    key: clips[index] ?? '',
    areWordsTimed: timedBy === 'words',
  }));
}

/**
 * What the interface can say: plain sentences whole; of those with arguments each literal stretch, numbered
 * from 0, a stretch of signs only included so that a reader of the pattern counts alike; whole numbers; letters.
 */
export function passagesOfMessages({ messages, alphabet, siteWords }: Messages): readonly Passage[] {
  const contract: Readonly<Record<string, readonly string[]>> = messageArguments;
  const sentences = Object.entries(messages).flatMap(([key, pattern]) => {
    const { literals } = readPattern(pattern);
    if (contract[key]?.length === 0) return plainPassage(messagePassageId.plain(key), literals.join(''));
    return literals.map((literal, index) => plainPassage(messagePassageId.literal(key, index), literal));
  });
  const numbers = Array.from({ length: LARGEST_SPOKEN_NUMBER + 1 }, (_, value) =>
    plainPassage(messagePassageId.number(value), String(value)),
  );
  const letters = alphabet.map(({ letter, name }) => plainPassage(messagePassageId.letter(letter), name));
  const site = siteWords.map((text, index) => plainPassage(messagePassageId.site(index), text));
  return [...sentences, ...numbers, ...letters, ...site];
}

/** Which sentences of which passages are to be spoken, and the narration once they are. Pure. */
import {
  LARGEST_SPOKEN_NUMBER,
  messageArguments,
  messagePassageId,
  type LexiconEntry,
  type Messages,
  type Narration,
  type Passage,
} from '../../../content/format/index.ts';
import { plainPassage, textOfPassage } from '../compile/passages.ts';
import { readPattern } from '../read/icu.ts';
import { clipJob, clipPath, type ClipFacts, type ClipJob } from './clip.ts';
import { splitSentences, type Span } from './sentences.ts';
import { prepareSpokenText, type FindReplacements, type SpokenText } from './spoken-text.ts';
import { createFinders } from './spoken-rules.ts';
import type { VoiceSettings } from './synthesiser.ts';
import { timeWords } from './words.ts';

/** A document's narration to be: each passage with its sentences and their clips. */
export interface NarrationPlan {
  readonly language: string;
  readonly passages: readonly PassagePlan[];
}

interface PassagePlan {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly { readonly span: Span; readonly spoken: SpokenText; readonly job: ClipJob }[];
}

/** Plans passages in one language. */
export type PlanNarration = (passages: readonly Passage[]) => NarrationPlan;

/** A planner for a language with its lexicon and voice. */
export function createPlanner(
  language: string,
  lexicon: readonly LexiconEntry[],
  settings: VoiceSettings,
): PlanNarration {
  const finders = createFinders(lexicon, language);
  return (passages) => ({
    language,
    passages: passages.map((passage) => planPassage(passage, language, finders, settings)),
  });
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

/** The distinct clips that plans need. */
export function jobsOf(plans: readonly NarrationPlan[]): ReadonlyMap<string, ClipJob> {
  const jobs = plans.flatMap(({ passages }) => passages.flatMap(({ sentences }) => sentences.map(({ job }) => job)));
  return new Map(jobs.map((job) => [job.key, job]));
}

/**
 * The narration of a plan whose clips are all there.
 *
 * @throws Error when a clip is not, which is a mistake of the caller.
 */
export function narrate({ language, passages }: NarrationPlan, clips: ReadonlyMap<string, ClipFacts>): Narration {
  const spokenPassages = passages.map(({ id, text, sentences }) => {
    const spoken = sentences.map(({ span, spoken: prepared, job }) => {
      const facts = clips.get(job.key);
      if (!facts) throw new Error(`no clip for “${job.text}”`);
      const words = [...timeWords(text, span, prepared, facts.events, facts.durationMs)];
      return { start: span.start, end: span.end, clip: clipPath(job.key), durationMs: facts.durationMs, words };
    });
    return [id, spoken] as const;
  });
  return { language, passages: Object.fromEntries(spokenPassages) };
}

/**
 * What the interface can say: plain sentences whole; of those with arguments each literal stretch, numbered
 * from 0, a stretch of signs only included so that a reader of the pattern counts alike; whole numbers.
 */
export function passagesOfMessages({ messages }: Messages): readonly Passage[] {
  const contract: Readonly<Record<string, readonly string[]>> = messageArguments;
  const sentences = Object.entries(messages).flatMap(([key, pattern]) => {
    const { literals } = readPattern(pattern);
    if (contract[key]?.length === 0) return plainPassage(messagePassageId.plain(key), literals.join(''));
    return literals.map((literal, index) => plainPassage(messagePassageId.literal(key, index), literal));
  });
  const numbers = Array.from({ length: LARGEST_SPOKEN_NUMBER + 1 }, (_, value) =>
    plainPassage(messagePassageId.number(value), String(value)),
  );
  return [...sentences, ...numbers];
}

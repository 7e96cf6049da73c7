/** Recordings that are of nothing, cannot be used, or hardly fit what is written (R5). */
import type { ProblemCode, TopicSource } from '../../../content/format/index.ts';
import type { NarrationPlan } from '../narrate/plan.ts';
import type { RecordingJob } from '../narrate/recordings/recording.ts';
import type { TakenRecordings } from '../narrate/recordings/take-up.ts';
import type { Level, Problem } from '../problem.ts';
import { inRoot, type ContentFiles, type LanguageSource, type Library } from '../read/library.ts';
import { recordingAddress, type DocumentRecordings } from '../read/recordings.ts';
import { nearest } from './nearest.ts';

const UNHEARD = 'nobody would hear it, and the synthetic voice would be heard instead';

/** Recordings in folders that belong to no document. */
export function unknownDocuments(files: ContentFiles, { languages }: Pick<Library, 'languages'>): readonly Problem[] {
  const documents = new Map(languages.map((source) => [source.folder, documentNames(source)]));
  return [...(files.recordings ?? new Map<string, string>()).keys()].flatMap((path) => {
    const file = inRoot(files, path);
    const address = recordingAddress(path);
    if (!address) {
      const mend = 'put it into <language>/recordings/pages/<page>/, with the passage for its name';
      return problem(file, 'unknown-recording', 'a recording in no folder of a page', UNHEARD, mend);
    }
    const { folder, document } = address;
    const names = documents.get(folder);
    if (!names) {
      const what = `a recording in “${folder}”, which is no language`;
      return problem(file, 'unknown-recording', what, UNHEARD, 'move it to the folder of its language');
    }
    if (names.includes(document)) return [];
    const near = nearest(document, names);
    const mend =
      near === undefined
        ? 'name the folder after its page, as in recordings/pages/blood-tests/'
        : `did you mean recordings/${near}/?`;
    return problem(file, 'unknown-recording', `there is no “${document}” in “${folder}”`, UNHEARD, mend);
  });
}

/** What of a language can be recorded. */
function documentNames({ pages, easyPages, topics, questions, tickets, alongside }: LanguageSource): readonly string[] {
  return [
    ...pages.map(({ frontMatter }) => `pages/${frontMatter.id}`),
    ...easyPages.map(({ frontMatter }) => `easy/${frontMatter.id}`),
    ...topicIds(topics?.value ?? []).map((id) => `topics/${id}`),
    ...(questions ? ['questions'] : []),
    ...(tickets ? ['tickets'] : []),
    ...(alongside ? ['alongside'] : []),
    ...['home', 'glossary', 'messages'],
  ];
}

function topicIds(topics: readonly TopicSource[]): readonly string[] {
  return topics.flatMap(({ id, topics: below }) => [id, ...below.map((topic) => topic.id)]);
}

/** Recordings of a document that are of no passage that is spoken. */
export function unknownPassages(
  recordings: DocumentRecordings | undefined,
  plan: NarrationPlan | undefined,
): readonly Problem[] {
  if (!recordings || !plan) return [];
  const spoken = plan.passages.filter(({ sentences }) => sentences.length > 0).map(({ id }) => id);
  return [...recordings].flatMap(([passage, { file }]) => {
    if (spoken.includes(passage)) return [];
    const near = nearest(passage, spoken);
    const mend = near === undefined ? 'the preview lists all names at /proof' : `did you mean “${near}.wav”?`;
    return problem(file, 'unknown-recording', `the page has no passage “${passage}”`, UNHEARD, mend);
  });
}

/** What is wrong with a recording, now that it was looked at. */
export function problemsOfRecording(
  { key, file }: Pick<RecordingJob, 'key' | 'file'>,
  { outcomes, refused }: Pick<TakenRecordings, 'outcomes' | 'refused'>,
): readonly Problem[] {
  const reason = refused.get(key);
  if (reason !== undefined) {
    const [what = reason, mend = 'record it again'] = reason.split('; ');
    return problem(file, 'recording-unreadable', `the recording cannot be used: ${what}`, UNHEARD, mend);
  }
  const outcome = outcomes.get(key);
  if (!outcome || outcome.timedBy === 'words') return [];
  const figure = `quality ${outcome.quality.toFixed(2)}`;
  if (outcome.timedBy === 'sentences') {
    return problem(
      file,
      'poor-recording',
      `the recording fits its text poorly (${figure}); only sentences are lit`,
      'from 0.30 on each word is lit as it is spoken',
      'listen whether each word is said as it is written; record it nearer to the microphone, in a quiet room',
    );
  }
  return problem(
    file,
    'recording-mismatch',
    `the recording hardly fits its text (${figure}); it is read as one, and all of it is lit`,
    'below 0.20 it may be of another text, or of one that was changed since',
    'listen to it beside the passage; record it again, or remove it',
  );
}

const levels: Partial<Readonly<Record<ProblemCode, Level>>> = {
  'poor-recording': 'warning',
  'recording-mismatch': 'warning',
};

function problem(file: string, code: ProblemCode, what: string, why: string, mend: string): readonly Problem[] {
  return [{ place: { file, line: 1, column: 1 }, level: levels[code] ?? 'error', code, what, why, mend }];
}

/**
 * Whether recordings say what is shown (R5). How well a recording fits its passage cannot tell: ‘2 days’ and ‘7 days’
 * are alike to an ear of averages. So the words that were read lie beside each recording, and have to be the passage’s.
 */
import type { NarrationPlan } from '../narrate/plan.ts';
import { placeAt, type Problem } from '../problem.ts';
import { inRoot, type ContentFiles } from '../read/library.ts';
import { byStem, recordingAddress, recordingPath, type DocumentRecordings } from '../read/recordings.ts';

/** What no text that was saved as UTF-8 holds. */
const notUtf8 = /[\0\uFFFD]/;

/** Recordings of passages that are spoken, whose words are not written down or are not the passage's. */
export function changedWords(
  recordings: DocumentRecordings | undefined,
  plan: NarrationPlan | undefined,
): readonly Problem[] {
  if (!recordings || !plan) return [];
  return plan.passages.flatMap(({ id, text, sentences }) => {
    const recording = recordings.get(id);
    if (!recording || sentences.length === 0) return [];
    const { file, wordsFile, words } = recording;
    const now = wordsOf(text).map(({ word }) => word);
    if (words === undefined || words.trim() === '') return unwritten(file, wordsFile, now);
    if (notUtf8.test(words)) return notReadable(wordsFile);
    return outdated(wordsFile, words, now);
  });
}

function unwritten(file: string, wordsFile: string, now: readonly string[]): readonly Problem[] {
  return [
    {
      place: { file, line: 1, column: 1 },
      level: 'error',
      code: 'recording-unwritten',
      what: 'nobody wrote down which words were read',
      why: 'after a change of the page the voice would go on saying the old words, and nobody would notice',
      mend: `listen to it, and write what it says into ${wordsFile}; the page says: ${now.join(' ')}`,
    },
  ];
}

function notReadable(wordsFile: string): readonly Problem[] {
  return [
    {
      place: { file: wordsFile, line: 1, column: 1 },
      level: 'error',
      code: 'recording-unwritten',
      what: 'the words that were read are not saved as UTF-8',
      why: 'they cannot be compared with the page',
      mend: 'save the file again as plain text in UTF-8',
    },
  ];
}

function outdated(wordsFile: string, words: string, now: readonly string[]): readonly Problem[] {
  const read = wordsOf(words);
  // One place more than there are words: there, a recording that goes on differs from a page that has ended.
  const at = [...now, undefined].findIndex((word, index) => word !== read[index]?.word);
  if (at === -1) return [];
  const [was, is] = [read[at], now[at]];
  const recorded = was ? `the recording says “${was.word}”` : 'the recording ends';
  const shown = is === undefined ? 'the page says nothing more' : `the page says “${is}”`;
  return [
    {
      place: placeAt(wordsFile, words, was?.start ?? words.trimEnd().length),
      level: 'error',
      code: 'recording-outdated',
      what: `${recorded} where ${shown}`,
      why: 'people who listen would be told something else than people who read',
      mend: `record it again, then write the new words into this file: ${now.join(' ')}`,
    },
  ];
}

interface PlacedWord {
  /** In NFC: one letter may be written in several ways, and looks and sounds the same. */
  readonly word: string;
  readonly start: number;
}

function wordsOf(text: string): readonly PlacedWord[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ word: match[0].normalize('NFC'), start: match.index }));
}

/** Files of words beside which there is no recording. No danger, but somebody may believe that it is heard. */
export function wordsWithoutRecording(files: ContentFiles): readonly Problem[] {
  const recorded = byStem([
    ...(files.recordings?.keys() ?? []),
    ...[...(files.tooLarge?.keys() ?? [])].filter((path) => /\.wav$/i.test(path)),
  ]);
  return [...byStem(files.recordedWords?.keys() ?? [])].flatMap(([of, path]): readonly Problem[] => {
    const address = recordingAddress(path);
    if (!address || recorded.has(of)) return [];
    return [
      {
        place: { file: inRoot(files, path), line: 1, column: 1 },
        level: 'error',
        code: 'recording-missing',
        what: 'the words of a recording that is not there',
        why: 'somebody may believe that it is heard, and the synthetic voice is heard instead',
        mend: `record them into ${inRoot(files, recordingPath(address))}, or remove this file`,
      },
    ];
  });
}

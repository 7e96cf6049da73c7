/**
 * Recordings by what they are of: `<language>/recordings/<document>/<passage>.wav`, with the words that were read
 * beside each, in `<passage>.txt` (R5).
 */
import { inRoot, type ContentFiles } from './library.ts';

/** A recording as it lies in the content folder. */
export interface RecordingFile {
  /** Below the content folder. */
  readonly path: string;
  /** The path an editor opens. */
  readonly file: string;
  /** Of its bytes. */
  readonly sha256: string;
  /** Where its words are, or go: the path an editor opens. */
  readonly wordsFile: string;
  /** What was read, as somebody wrote it down; `undefined` when nobody did. */
  readonly words: string | undefined;
}

/** The recordings of one document by the ids of their passages. */
export type DocumentRecordings = ReadonlyMap<string, RecordingFile>;

/** The recordings of a language by the names of their documents, which need not be there. */
export type LanguageRecordings = ReadonlyMap<string, DocumentRecordings>;

/** What a recording's place says that it is of. */
export interface RecordingAddress {
  readonly folder: string;
  readonly document: string;
  readonly passage: string;
}

const address =
  /^(?<folder>[^/]+)\/recordings\/(?<document>(?:pages|easy|topics)\/[^/]+|[^/]+)\/(?<passage>.+)\.(?:wav|txt)$/i;

/** Reads a recording's path below the content folder, or that of its words; `undefined` when it names no passage. */
export function recordingAddress(path: string): RecordingAddress | undefined {
  const { folder, document, passage } = address.exec(path)?.groups ?? {};
  if (folder === undefined || document === undefined || passage === undefined) return undefined;
  return { folder, document, passage };
}

/** Where an editor puts the recording of a passage, below the content folder. */
export function recordingPath(of: RecordingAddress): string {
  return `${recordingStem(of)}.wav`;
}

/** Where an editor writes down what was read, below the content folder. */
export function recordedWordsPath(of: RecordingAddress): string {
  return `${recordingStem(of)}.txt`;
}

/** What a recording and its words have in common: their path without its ending. */
export function recordingStem({ folder, document, passage }: RecordingAddress): string {
  return `${folder}/recordings/${document}/${passage}`;
}

/** Paths by their stems, since an ending may be written in capitals; without those that name no passage. */
export function byStem(paths: Iterable<string>): ReadonlyMap<string, string> {
  return new Map(
    [...paths].flatMap((path) => {
      const of = recordingAddress(path);
      return of ? [[recordingStem(of), path] as const] : [];
    }),
  );
}

/** The recordings of a language. Those whose words are too large to be read are left out: that is an error already. */
export function recordingsIn(files: ContentFiles, folder: string): LanguageRecordings {
  const documents = new Map<string, Map<string, RecordingFile>>();
  const words = byStem(files.recordedWords?.keys() ?? []);
  const tooLarge = byStem(files.tooLarge?.keys() ?? []);
  for (const [path, sha256] of files.recordings ?? []) {
    const found = recordingAddress(path);
    if (found?.folder !== folder || tooLarge.has(recordingStem(found))) continue;
    const passages = documents.get(found.document) ?? new Map<string, RecordingFile>();
    const written = words.get(recordingStem(found));
    passages.set(found.passage, {
      path,
      file: inRoot(files, path),
      sha256,
      wordsFile: inRoot(files, written ?? recordedWordsPath(found)),
      words: written === undefined ? undefined : files.recordedWords?.get(written),
    });
    documents.set(found.document, passages);
  }
  return documents;
}

/** Recordings by what they are of: `<language>/recordings/<document>/<passage>.wav` (R5). */
import { inRoot, type ContentFiles } from './library.ts';

/** A recording as it lies in the content folder. */
export interface RecordingFile {
  /** Below the content folder. */
  readonly path: string;
  /** The path an editor opens. */
  readonly file: string;
  /** Of its bytes. */
  readonly sha256: string;
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

const address = /^(?<folder>[^/]+)\/recordings\/(?<document>(?:pages|easy|topics)\/[^/]+|[^/]+)\/(?<passage>.+)\.wav$/i;

/** Reads a path below the content folder; `undefined` when it names no passage of a document. */
export function recordingAddress(path: string): RecordingAddress | undefined {
  const { folder, document, passage } = address.exec(path)?.groups ?? {};
  if (folder === undefined || document === undefined || passage === undefined) return undefined;
  return { folder, document, passage };
}

/** Where an editor puts the recording of a passage, below the content folder. */
export function recordingPath({ folder, document, passage }: RecordingAddress): string {
  return `${folder}/recordings/${document}/${passage}.wav`;
}

/** The recordings of a language. */
export function recordingsIn(files: ContentFiles, folder: string): LanguageRecordings {
  const documents = new Map<string, Map<string, RecordingFile>>();
  for (const [path, sha256] of files.recordings ?? []) {
    const found = recordingAddress(path);
    if (found?.folder !== folder) continue;
    const passages = documents.get(found.document) ?? new Map<string, RecordingFile>();
    passages.set(found.passage, { path, file: inRoot(files, path), sha256 });
    documents.set(found.document, passages);
  }
  return documents;
}

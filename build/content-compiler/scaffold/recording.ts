/** What `content new recording` writes: the words of a passage, into the file that lies beside its recording (R5). */
import { compileEdition } from '../../editor/edition.ts';
import { recordableOf } from '../../editor/recordable.ts';
import type { CheckedContent } from '../check/check-content.ts';
import { nearest } from '../check/nearest.ts';
import { hasErrors } from '../problem.ts';
import { inRoot, type ContentFiles } from '../read/library.ts';
import {
  byStem,
  recordedWordsPath,
  recordingAddress,
  recordingPath,
  recordingStem,
  type RecordingAddress,
} from '../read/recordings.ts';
import { ScaffoldError, type FileChange } from './plan.ts';

/**
 * Works out the file to write.
 *
 * @throws ScaffoldError when the content has errors, there is no such passage, or its words are written down already
 */
export function planRecording(
  wanted: RecordingAddress,
  files: ContentFiles,
  { library, problems }: CheckedContent,
): FileChange {
  const { folder, document, passage } = wanted;
  if (hasErrors(problems)) {
    throw new ScaffoldError(
      'the content has errors, so its words may change; run “npm run content -- check” and mend them first',
    );
  }
  const { documents, passages } = recordableOf(compileEdition(library), `${folder}/${document}`);
  if (passages.length === 0) {
    const names = documents.map(({ name }) => name).filter((name) => name.startsWith(`${folder}/`));
    const near = nearest(`${folder}/${document}`, names)?.slice(folder.length + 1);
    const mend = near === undefined ? 'name one as in “pages/blood-tests”' : `did you mean “${near}”?`;
    throw new ScaffoldError(`there is no “${document}” to be recorded in “${folder}”; ${mend}`);
  }
  const found = passages.find(({ file }) => file === recordingPath(wanted));
  if (!found) {
    const ids = passages.flatMap(({ file }) => recordingAddress(file)?.passage ?? []);
    const near = nearest(passage, ids);
    const mend = near === undefined ? 'the preview lists all at /proof' : `did you mean “${near}”?`;
    throw new ScaffoldError(`“${document}” has no passage “${passage}”; ${mend}`);
  }
  const there = byStem(files.recordedWords?.keys() ?? []).get(recordingStem(wanted));
  if (there !== undefined) {
    throw new ScaffoldError(
      `${inRoot(files, there)} is there already, and is left as it is; to record the passage again, remove it first`,
    );
  }
  return { path: recordedWordsPath(wanted), text: `${found.text}\n`, change: 'created' };
}

/** How large a source file may be. Apart from the readers, so that asking for a file's size loads none of them. */

/** The largest file that is read, in bytes, by the ending of its name. */
const largestFileBytes = { svg: 200_000, md: 500_000, yaml: 2_000_000 } as const;

/** Three minutes in stereo, 96,000 samples a second of 24 bit, and some more. */
const LARGEST_RECORDING_BYTES = 110_000_000;

/** Three minutes of speech are some 3 kB of words, or 6 kB in another script. */
const LARGEST_RECORDED_WORDS_BYTES = 20_000;

/** The largest a file may be, in bytes; `undefined` for a kind of file that is not read. */
export function largestSizeOf(path: string): number | undefined {
  if (isRecording(path)) return LARGEST_RECORDING_BYTES;
  if (isRecordedWords(path)) return LARGEST_RECORDED_WORDS_BYTES;
  return Object.entries(largestFileBytes).find(([ending]) => path.endsWith(`.${ending}`))?.[1];
}

/** Whether a file is a recording of a passage. Recorders write the ending in capitals too. */
export function isRecording(path: string): boolean {
  return /(?:^|\/)recordings\/.+\.wav$/i.test(path);
}

/** Whether a file holds the words of a recording; notes beside the folders of documents do not. */
export function isRecordedWords(path: string): boolean {
  return /^[^/]+\/recordings\/[^/]+\/.+\.txt$/i.test(path);
}

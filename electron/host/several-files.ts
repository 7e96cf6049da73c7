/**
 * One request for several numbered files: a letter typed into the search asks for a dozen, and each request of its own
 * takes longer than reading them does. Each file is listed and checked as if it were asked for alone.
 */
import { BETWEEN_NUMBERS, MOST_NUMBERED_AT_ONCE } from '../../content/format/paths.ts';
import type { Bundle } from './bundle/open-bundle.ts';

/** What stands between the files, so that they read as one JSON array. */
const [OPENING, COMMA, CLOSING] = ['[', ',', ']'].map((sign) => Buffer.from(sign)) as [Buffer, Buffer, Buffer];

/** The paths that a path for several files stands for, in its order; `undefined` for a path of one file. */
export const pathsOfSeveral = (path: string): readonly string[] | undefined => {
  const [, folder, numbers] = /^(.+\/)(\d+(?:_\d+)+)\.json$/.exec(path) ?? [];
  if (folder === undefined || numbers === undefined) return undefined;
  return numbers.split(BETWEEN_NUMBERS).map((number) => `${folder}${number}.json`);
};

/**
 * The files in one JSON array.
 *
 * @returns `undefined` when the bundle does not list one of them, or they are too many
 * @throws BundleError when one is damaged
 */
export const readSeveral = async (
  { read }: Pick<Bundle, 'read'>,
  paths: readonly string[],
): Promise<Buffer<ArrayBuffer> | undefined> => {
  if (paths.length > MOST_NUMBERED_AT_ONCE) return undefined;
  const files = await Promise.all(paths.map(read));
  const parts: Buffer[] = [];
  for (const file of files) {
    if (file === undefined) return undefined;
    parts.push(parts.length === 0 ? OPENING : COMMA, file);
  }
  return Buffer.concat([...parts, CLOSING]);
};

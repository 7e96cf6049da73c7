/** The files of a search index for a search that runs in a test or a measurement, without a host. */
import type { SearchFiles } from '../../content/format/index.ts';
import type { SearchFileName } from '../../content/format/paths.ts';

/** @param load - resolves to one file, which is taken as what its name says */
export const searchFilesFrom = (load: (name: SearchFileName) => Promise<unknown>): SearchFiles => ({
  words: () => load('search/words') as ReturnType<SearchFiles['words']>,
  numbered: ((folder, numbers) =>
    Promise.all(numbers.map((number) => load(`${folder}/${String(number)}`)))) as SearchFiles['numbered'],
});

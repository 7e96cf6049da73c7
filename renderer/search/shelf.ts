/** Keeps the files used last at hand, and no more than a number of them. */

/** Numbered files, asked for together: those that are not at hand are loaded in one go. */
export type Shelf<File> = (numbers: readonly number[]) => Promise<readonly (File | undefined)[]>;

/**
 * A loader that asks for a file once while it is at hand. A load that failed is tried again the next time.
 *
 * @param load - resolves to the files in the order of their numbers
 * @param most - how many files are kept; at least 1
 */
export function createShelf<File>(
  load: (numbers: readonly number[]) => Promise<readonly File[]>,
  most: number,
): Shelf<File> {
  const shelf = new Map<number, Promise<File | undefined>>();

  const fetchTogether = (numbers: readonly number[]): void => {
    const loading = load(numbers);
    numbers.forEach((number, index) => {
      const file = loading.then((files) => files[index]);
      shelf.set(number, file);
      file.catch(() => {
        if (shelf.get(number) === file) shelf.delete(number);
      });
    });
  };

  return (numbers) => {
    const lacking = [...new Set(numbers)].filter((number) => !shelf.has(number));
    if (lacking.length > 0) fetchTogether(lacking);
    const files = numbers.map(async (number) => {
      const file = shelf.get(number);
      if (file === undefined) return undefined;
      // Put back at the end: the first is then the one that was not asked for the longest.
      shelf.delete(number);
      shelf.set(number, file);
      return file;
    });
    for (const oldest of shelf.keys()) {
      if (shelf.size <= most) break;
      shelf.delete(oldest);
    }
    return Promise.all(files);
  };
}

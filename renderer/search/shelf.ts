/** Keeps the files used last at hand, and no more than a number of them. */

/**
 * A loader that asks for a file once while it is at hand. A load that failed is tried again the next time.
 *
 * @param most - how many files are kept; at least 1
 */
export function createShelf<Name>(
  load: (name: Name) => Promise<unknown>,
  most: number,
): (name: Name) => Promise<unknown> {
  const shelf = new Map<Name, Promise<unknown>>();
  return (name) => {
    const file = shelf.get(name) ?? load(name);
    // Put back at the end: the first is then the one that was not asked for the longest.
    shelf.delete(name);
    shelf.set(name, file);
    file.catch(() => shelf.delete(name));
    const [oldest] = shelf.keys();
    if (shelf.size > most && oldest !== undefined) shelf.delete(oldest);
    return file;
  };
}

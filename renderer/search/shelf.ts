/**
 * The numbered files of a folder of the index, kept once they came. A letter that is typed asks for what it needs; behind it
 * the whole folder is brought in, a few files at a time, so that later letters need not wait for any.
 */

/** Fetches files in the order of their numbers; rejects when one cannot be had. */
export type LoadNumbered<File> = (numbers: readonly number[]) => Promise<readonly File[]>;

export class Shelf<File> {
  readonly #load: LoadNumbered<File>;
  readonly #files = new Map<number, Promise<File | undefined>>();

  constructor(load: LoadNumbered<File>) {
    this.#load = load;
  }

  /**
   * The files of these numbers, in this order. Those that are not at hand are asked for in one go.
   *
   * @throws what the load throws; it is tried again the next time
   */
  take(numbers: readonly number[]): Promise<readonly (File | undefined)[]> {
    const lacking = [...new Set(numbers)].filter((number) => !this.#files.has(number));
    if (lacking.length > 0) this.#fetch(lacking);
    return Promise.all(numbers.map(async (number) => this.#files.get(number)));
  }

  /**
   * Brings all files in.
   *
   * @param count - how many there are
   * @param together - how many at a time: what these take to be read holds the page up
   * @throws what the load throws; what came until then is kept
   */
  async fill(count: number, together: number): Promise<void> {
    for (let from = 0; from < count; from += together)
      await this.take(Array.from({ length: Math.min(together, count - from) }, (_none, index) => from + index));
  }

  #fetch(numbers: readonly number[]): void {
    const loading = this.#load(numbers);
    numbers.forEach((number, index) => {
      const file = loading.then((files) => files[index]);
      this.#files.set(number, file);
      file.catch(() => this.#files.delete(number));
    });
  }
}

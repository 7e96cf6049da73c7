/** Property tests as sentences: fast-check inside Vitest's own tests. */
import fc from 'fast-check';
import { test as unit } from 'vitest';

export { fc };

type Values<Arbitraries extends readonly unknown[]> = {
  [Index in keyof Arbitraries]: Arbitraries[Index] extends fc.Arbitrary<infer Value> ? Value : never;
};

/** `test.prop([arbitrary, …])('sentence', (value, …) => …)`; a promise returned by the check is awaited. */
export const test = {
  prop:
    <const Arbitraries extends readonly fc.Arbitrary<unknown>[]>(arbitraries: Arbitraries, numRuns = 300) =>
    (sentence: string, check: (...values: Values<Arbitraries>) => unknown): void => {
      // No property is about time, and a busy machine may take its own.
      unit(sentence, { timeout: 120_000 }, async () => {
        const property = fc.asyncProperty(fc.tuple(...arbitraries), async (values) => {
          await check(...(values as Values<Arbitraries>));
        });
        await fc.assert(property, { numRuns });
      });
    },
};

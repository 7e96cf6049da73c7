/** What global setup found and started, handed to the test workers through the environment. */

export interface Surroundings {
  /** The browser's program. */
  readonly browser: string;
  /** The shared kiosk, with a final slash. */
  readonly url: string;
  /** A whole bundle, to copy and to damage. */
  readonly bundleDir: string;
  /** A folder for what the tests make once a run; it is removed after them. */
  readonly runDir: string;
}

const VARIABLE = 'ALONGSIDE_TEST_SURROUNDINGS';

export const setSurroundings = (surroundings: Surroundings): void => {
  process.env[VARIABLE] = JSON.stringify(surroundings);
};

/** @throws when global setup has not run */
export const getSurroundings = (): Surroundings => {
  const text = process.env[VARIABLE];
  if (text === undefined) throw new Error('The browser tests’ global setup has not run: start them with Playwright.');
  return JSON.parse(text) as Surroundings;
};

/** The app's address in the Electron shell. */

/** The custom scheme: unlike `file:` it has an origin, headers and nothing else behind it (L7). */
export const SCHEME = 'kiosk';

/** The app's own origin. */
export const ORIGIN = `${SCHEME}://app`;

/** Where a visit starts. */
export const START_ADDRESS = `${ORIGIN}/`;

/** Free of schemas, so that the page may import it as it is. */

/** The largest whole number the interface has a clip for. */
export const LARGEST_SPOKEN_NUMBER = 100;

/** How the letters of a keyboard are set in rows (I6). */

/** The digits in a row, as they are typed; the language writes them as it does. */
export const DIGITS: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/**
 * Letters in rows of nearly the same length, in their order: the fewest rows in which none is longer than `most`.
 *
 * @param most - keys that fit side by side; at least 1
 */
export function inRows(letters: readonly string[], most: number): readonly (readonly string[])[] {
  const rows = Math.max(1, Math.ceil(letters.length / Math.max(1, most)));
  const length = Math.ceil(letters.length / rows);
  return Array.from({ length: rows }, (_none, row) => letters.slice(row * length, (row + 1) * length)).filter(
    (row) => row.length > 0,
  );
}

/** The rows of a typing keyboard, where they fit; each broken in two where they do not. */
export function typingRows(rows: readonly (readonly string[])[], most: number): readonly (readonly string[])[] {
  return rows.flatMap((row) => inRows(row, most));
}

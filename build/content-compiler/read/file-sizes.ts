/** How large a source file may be. Apart from the readers, so that asking for a file's size loads none of them. */

/** The largest file that is read, in bytes, by the ending of its name. */
const largestFileBytes = { svg: 200_000, md: 500_000, yaml: 2_000_000 } as const;

/** The largest a file may be, in bytes; `undefined` for a kind of file that is not read. */
export function largestSizeOf(path: string): number | undefined {
  return Object.entries(largestFileBytes).find(([ending]) => path.endsWith(`.${ending}`))?.[1];
}

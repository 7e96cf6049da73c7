/** Ids that must be unlike one another. */
import type { Place, Report } from '../problem.ts';

/** Reports each id that was there before. `what` is what the ids are of: `topic`, `term` … */
export function checkOnce(
  ids: readonly string[],
  placeOf: (index: number) => Place,
  what: string,
  report: Report,
): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) === index) return;
    report({
      place: placeOf(index),
      level: 'error',
      code: 'duplicate-id',
      what: `${what} “${id}” is there already`,
      why: 'ids are addresses',
      mend: 'choose another id',
    });
  });
}

/** Each fact has a source a reader can see: references once each and whole, and those that are named are there. */
import { GENERAL_KNOWLEDGE, type ProblemCode } from '../../../content/format/index.ts';
import type { Place, Report } from '../problem.ts';
import type { DraftPage } from '../read/draft.ts';

/**
 * Checks the references of a page.
 *
 * @param helplineSources - the reference each helpline rests on, by the helpline's id.
 */
export function checkReferences(
  { frontMatter, placeOf, parts }: DraftPage,
  helplineSources: ReadonlyMap<string, string>,
  report: Report,
  refuse: (place: Place, code: ProblemCode, what: string, why: string, mend: string) => void,
): void {
  const ids = new Set<string>();
  frontMatter.references.forEach(({ id, volume, issue }, index) => {
    const place = placeOf(['references', index, 'id']);
    if (ids.has(id))
      refuse(
        place,
        'duplicate-id',
        `reference “${id}” is there already`,
        'parts name references by id',
        'choose another id',
      );
    ids.add(id);
    if ((volume === undefined) !== (issue === undefined)) {
      refuse(
        place,
        'reference-incomplete',
        `“${id}” has a volume or an issue, not both`,
        'the printed form needs both',
        'add the other, or remove it',
      );
    }
  });
  for (const { heading, sources, blocks } of parts) {
    if (sources.length === 0 && ids.size === 0) {
      refuse(
        heading.place,
        'missing-source',
        'a part without a source',
        'each statement rests on something a reader can look up',
        `add the reference at the head of the page and sources=its-id here, or sources=${GENERAL_KNOWLEDGE}`,
      );
    }
    for (const source of sources) {
      if (ids.has(source) || source === GENERAL_KNOWLEDGE) continue;
      refuse(
        heading.place,
        'missing-reference',
        `sources=${source}`,
        'the page has no such reference',
        'correct the id or add the reference',
      );
    }
    for (const block of blocks) {
      const source = block.kind === 'helpline' ? helplineSources.get(block.id) : undefined;
      if (block.kind !== 'helpline' || source === undefined || ids.has(source)) continue;
      report({
        place: block.place,
        level: 'warning',
        code: 'missing-reference',
        what: `the helpline rests on “${source}”, which the page does not list`,
        why: 'each fact has a source a reader can see',
        mend: 'add the reference, or correct “source” in helplines.yaml',
      });
    }
  }
}

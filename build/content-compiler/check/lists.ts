/** Lists that are too long to take in at a glance. */
import type { DraftBlock, DraftPage, DraftProse } from '../read/draft.ts';
import type { Report } from '../problem.ts';

const MOST_ITEMS = 6;

/** Tells each list of a page that has more than six items, at the seventh. */
export function checkLists({ parts }: DraftPage, report: Report): void {
  for (const { items } of parts.flatMap(({ blocks }) => blocks.flatMap(listsOf))) {
    const tooMany = items[MOST_ITEMS];
    if (!tooMany) continue;
    report({
      place: tooMany.place,
      level: 'info',
      code: 'long-list',
      what: `a list of ${String(items.length)} items`,
      why: `people take in about ${String(MOST_ITEMS)} at a glance`,
      mend: 'make it two lists with a line above each, or leave out what matters least',
    });
  }
}

type List = Extract<DraftProse, { kind: 'list' }>;

function listsOf(block: DraftBlock): readonly List[] {
  const isList = (one: DraftProse): one is List => one.kind === 'list';
  switch (block.kind) {
    case 'list':
      return [block];
    case 'callout':
    case 'urgent':
    case 'gate':
    case 'trial':
      return block.content.filter(isList);
    case 'choice':
      return block.options.flatMap((option) => ('answer' in option ? option.answer.filter(isList) : []));
    default:
      return [];
  }
}

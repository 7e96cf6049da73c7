/** A drafted page as the page a kiosk receives (C2). */
import type { FrontMatter, Page, Part } from '../../../content/format/index.ts';
import type { DraftPage, DraftPart } from '../read/draft.ts';
import { compileBlock, unmarked, type BlockContext } from './blocks.ts';
import type { Marker } from './glossary-marker.ts';
import { createPassageIds, plainPassage, textOfPassage, type PassageIds } from './passages.ts';
import { compileReferences } from './references.ts';
import type { Words } from './words.ts';
import { passagesOfPart } from './reading-order.ts';

/** Ids the compiler gives to parts and passages of its own; editors may not. */
export const reservedPartIds: readonly string[] = ['page', 'references', 'acknowledgements'];

/** A calm pace for reading to oneself, in words a minute. */
const READING_PACE = 150;

/** What depends on the pages and topics around a page. */
export type Surroundings = Pick<Page, 'trail' | 'related' | 'otherVersion'>;

/** A page without what depends on the pages around it. */
export type LonePage = Omit<Page, keyof Surroundings>;

/** What others say about a page: on cards, in the report of reviews. */
export type PageHead = Omit<LonePage, 'parts' | 'decoration'>;

/** Compiles a checked page. `newMarker` makes the glossary marker of each part. */
export function compilePage(draft: DraftPage, context: BlockContext, newMarker: () => Marker): LonePage {
  const { words, isTranslation } = context;
  const { id, title, summary, reviewed, nextReview, reviewer, translationReviewer, decoration } = draft.frontMatter;
  const taken = new Set<string>();
  const ids = createPassageIds('page', taken);
  const idsOf = (part: string): PassageIds => createPassageIds(part, taken);
  const written = draft.parts.map((part) => compilePart(part, draft, context, newMarker(), idsOf(part.id)));
  const drawing = decoration === undefined ? undefined : context.drawings.get(decoration);
  return {
    id,
    language: words.language,
    version: draft.version,
    title: plainPassage(ids.named('title'), title),
    summary: plainPassage(ids.named('summary'), summary),
    readingMinutes: readingMinutes(written),
    ...compileReview({ reviewed, nextReview, reviewer, translationReviewer }, ids, words, isTranslation),
    ...(drawing && { decoration: drawing }),
    parts: draft.version === 'full' ? [...written, ...endMatter(draft, context, idsOf)] : written,
  };
}

/** When something was and will be looked at, and the notices that nobody has approved it (C8, C10, principle 7). */
export function compileReview(
  {
    reviewed,
    nextReview,
    reviewer,
    translationReviewer,
  }: Pick<FrontMatter, 'reviewed' | 'nextReview' | 'reviewer' | 'translationReviewer'>,
  ids: PassageIds,
  words: Words,
  isTranslation: boolean,
): Pick<Page, 'review' | 'sampleNotice' | 'translationNotice'> {
  return {
    review: {
      lastReviewed: reviewed,
      nextReview,
      dates: plainPassage(
        ids.named('review'),
        words.say('compiled.reviewDates', { reviewed: words.date(reviewed), next: words.date(nextReview) }),
      ),
      overdue: plainPassage(ids.named('overdue'), words.say('compiled.overdue')),
    },
    ...(reviewer === undefined && { sampleNotice: plainPassage(ids.named('sample'), words.say('sample.notice')) }),
    ...(isTranslation &&
      translationReviewer === undefined && {
        translationNotice: plainPassage(ids.named('translation'), words.say('translation.notice')),
      }),
  };
}

function compilePart(draft: DraftPart, page: DraftPage, context: BlockContext, mark: Marker, ids: PassageIds): Part {
  const [firstReference] = page.frontMatter.references;
  return {
    id: draft.id,
    heading: unmarked(ids.prefix, draft.heading),
    ...(draft.forOptions.length > 0 && { forOptions: [...draft.forOptions] }),
    sources: draft.sources.length > 0 ? [...draft.sources] : firstReference ? [firstReference.id] : [],
    blocks: draft.blocks.flatMap((block) => compileBlock(block, ids, mark, context) ?? []),
  };
}

function endMatter(draft: DraftPage, { words }: BlockContext, idsOf: (part: string) => PassageIds): Part[] {
  const { references, acknowledgements } = draft.frontMatter;
  const parts: Part[] = [];
  const ids = idsOf('references');
  const used = draft.parts.flatMap(({ sources }) => sources);
  parts.push({
    id: 'references',
    heading: plainPassage(ids.prefix, words.say('compiled.references')),
    sources: references.map(({ id }) => id),
    blocks: [{ kind: 'references', ...compileReferences(references, used, ids, words) }],
  });
  if (acknowledgements.length === 0) return parts;
  const thanks = idsOf('acknowledgements');
  parts.push({
    id: 'acknowledgements',
    heading: plainPassage(thanks.prefix, words.say('compiled.acknowledgements')),
    sources: [],
    blocks: [
      { kind: 'list', ordered: false, items: acknowledgements.map((text) => plainPassage(thanks.next(), text)) },
    ],
  });
  return parts;
}

/** Whole minutes, at least one. End matter is not counted: it is looked up, not read. */
export function readingMinutes(parts: readonly Part[]): number {
  const words = parts
    .flatMap((part) => passagesOfPart(part))
    .reduce((sum, passage) => sum + textOfPassage(passage).split(/\s+/).filter(Boolean).length, 0);
  return Math.max(1, Math.round(words / READING_PACE));
}

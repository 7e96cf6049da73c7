/** Places studied pages among the others: each becomes its document and its narration. */
import { bundlePaths, type Page } from '../../../content/format/index.ts';
import { nameOfPage } from '../compile/names.ts';
import type { Surroundings } from '../compile/page.ts';
import type { ClipCache } from '../disk/clip-cache.ts';
import type { NextBundle } from '../disk/next-bundle.ts';
import type { PageMemory } from '../disk/page-memory.ts';
import type { ClipFacts } from '../narrate/clip.ts';
import type { RecordingOutcomes } from '../narrate/recordings/recording.ts';
import type { PageContexts } from './page-tasks.ts';
import { doPageTasks } from './page-threads.ts';
import { sealOf } from './seals.ts';
import type { SoundPage } from './study-pages.ts';

/** A studied page and what is around it. */
export interface PageAmongOthers {
  readonly page: SoundPage;
  readonly surroundings: Surroundings;
}

/** What placing needs. */
export interface PlaceOptions {
  readonly contexts: PageContexts;
  /** Has all clips of all pages. */
  readonly cache: ClipCache;
  readonly memory: PageMemory;
  /** What came of all recordings of all pages. */
  readonly outcomes: RecordingOutcomes;
  readonly onProgress: (done: number, total: number) => void;
}

/** Adds the files of pages to the next bundle; those that are known and there already are taken over unread. */
export async function placePages(
  all: readonly PageAmongOthers[],
  next: NextBundle,
  { contexts, cache, memory, outcomes: allOutcomes, onProgress }: PlaceOptions,
): Promise<void> {
  const cardClips = new Map(all.map(({ page: { studied } }) => [cardName(studied.head), studied.cardClips]));
  const missing = all.flatMap((one) => {
    const { page, surroundings } = one;
    const { language } = page.studied.head;
    const cards = surroundings.related.map(({ id, title }) =>
      cardName({ id, version: 'full', language: title.other?.language ?? language }),
    );
    const outcomes = outcomesOf(page, allOutcomes);
    const recorded = [...outcomes.values()].flatMap(({ clips }) => clips);
    const keys = [page.studied.clips, recorded, ...cards.map((card) => cardClips.get(card) ?? [])].flat();
    const seal = sealOf([page.seal, surroundings, outcomes, keys.map((key) => cache.find(key)?.factsDigest)]);
    const placed = memory.recall(page.page.file)?.placed;
    const { document, narration } = pathsOf(page);
    const isThere =
      placed?.seal === seal && next.keep(document, placed.document) && next.keep(narration, placed.narration);
    return isThere ? [] : [{ ...one, keys, outcomes, seal }];
  });
  let done = all.length - missing.length;
  onProgress(done, all.length);
  const taskAt = (at: number) => {
    const one = missing[at];
    if (!one) throw new Error('there is no such page');
    const { page, surroundings, keys, outcomes } = one;
    const clips = new Map(keys.flatMap((key) => factsOf(key, cache)));
    return { kind: 'place', folder: page.folder, page: page.page, surroundings, clips, outcomes } as const;
  };
  await doPageTasks(contexts, missing.length, taskAt, (result, at) => {
    const one = missing[at];
    if (!one || result.kind !== 'placed') return;
    const { page, seal } = one;
    const paths = pathsOf(page);
    const document = next.add(paths.document, result.placed.document);
    const narration = next.add(paths.narration, result.placed.narration);
    const record = memory.recall(page.page.file);
    if (record) memory.remember(page.page.file, { ...record, placed: { seal, document, narration } });
    done += 1;
    onProgress(done, all.length);
  });
}

function outcomesOf({ studied: { recordings } }: SoundPage, outcomes: RecordingOutcomes): RecordingOutcomes {
  return new Map(
    recordings.flatMap(({ key }) => {
      const outcome = outcomes.get(key);
      return outcome ? [[key, outcome] as const] : [];
    }),
  );
}

function pathsOf({ studied: { head } }: SoundPage): { readonly document: string; readonly narration: string } {
  const name = nameOfPage(head);
  return { document: bundlePaths.document(head.language, name), narration: bundlePaths.narration(head.language, name) };
}

/** Cards are those of full versions. */
function cardName(page: Parameters<typeof nameOfPage>[0] & Pick<Page, 'language'>): string {
  return `${page.language}/${nameOfPage(page)}`;
}

function factsOf(key: string, cache: ClipCache): readonly (readonly [string, ClipFacts])[] {
  const facts = cache.facts(key);
  return facts ? [[key, facts]] : [];
}

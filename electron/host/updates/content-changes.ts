/** What changed between two bundles, page by page, for technicians (V3). Only the listings and the titles are read. */
import { z } from 'zod';
import type { ChangedPage, ContentChanges } from '../../../renderer/host/content.ts';
import { readListing } from '../bundle/manifest.ts';
import type { Bundle } from '../bundle/open-bundle.ts';

/** Nobody reads a longer list standing. */
const MOST_TOLD = 40;

const titledSchema = z.looseObject({
  title: z.looseObject({ id: z.string(), runs: z.array(z.looseObject({ text: z.string() })) }),
});

/** The pages of a bundle by their paths, each with its hash. */
const pagesOf = async ({ files, manifest }: Bundle): Promise<ReadonlyMap<string, string>> => {
  const pages = new Map<string, string>();
  for (const index of manifest.listings.keys())
    for (const [path, { sha256 }] of await readListing(files, manifest, index))
      if (/^[a-z0-9-]+\/(?:pages|easy)\/[^/]+\.json$/.test(path)) pages.set(path, sha256);
  return pages;
};

const told = async (bundle: Bundle, path: string, kind: ChangedPage['kind']): Promise<readonly ChangedPage[]> => {
  const bytes = await bundle.read(path);
  const page = titledSchema.safeParse(JSON.parse(bytes?.toString('utf8') ?? 'null')).data;
  const [folder = '', ...rest] = path.replace(/\.json$/, '').split('/');
  const language = bundle.manifest.languages.find((tag) => tag.toLowerCase() === folder);
  // What stands in place of a page that nobody has translated has no title of its own.
  if (page === undefined || language === undefined) return [];
  const title = page.title.runs.map(({ text }) => text).join('');
  return [{ kind, language, document: rest.join('/') as ChangedPage['document'], titleId: page.title.id, title }];
};

/** @throws BundleError where one of the two is damaged */
export const contentChanges = async (before: Bundle, after: Bundle): Promise<ContentChanges> => {
  const [olds, freshs] = [await pagesOf(before), await pagesOf(after)];
  const changed = [...freshs].filter(([path, sha256]) => olds.get(path) !== sha256);
  const pages: ChangedPage[] = [];
  for (const [path] of changed) {
    if (pages.length === MOST_TOLD) break;
    pages.push(...(await told(after, path, olds.has(path) ? 'changed' : 'new')));
  }
  return {
    since: before.manifest.contentVersion,
    pages,
    count: changed.length,
    gone: [...olds.keys()].filter((path) => !freshs.has(path)).length,
  };
};

/** What changed for readers between two bundles. Only documents whose hashes differ are read. */
import { z } from 'zod';
import type { Manifest } from '../../../../content/format/index.ts';
import { BundleError } from '../../../../electron/host/bundle/bundle-error.ts';
import { readChecked, type BundleFiles } from '../../../../electron/host/bundle/bundle-files.ts';
import { readListing, readManifest, type ListedFiles } from '../../../../electron/host/bundle/manifest.ts';
import { compareDocument, isCompared, type Change, type Subject } from './compare.ts';

/** Which bundle it is. */
export type Edition = Pick<Manifest, 'contentVersion' | 'builtAt' | 'languages'>;

/** What changed, in the order in which it matters. */
export interface BundleDiff {
  readonly before: Edition;
  readonly after: Edition;
  readonly changes: readonly Change[];
  /** Sentences spoken anew, and sentences no longer spoken. */
  readonly speech: { readonly added: number; readonly removed: number };
}

/** What somebody in need might dial or read comes first, what only editors look at last. */
const order: readonly Subject[] = [
  'helpline',
  'language',
  'page',
  'title',
  'topic',
  'part',
  'sentence',
  'picture',
  'term',
  'ticket',
  'alongside',
  'button',
  'review',
];

/** Tells that belong under one heading, in the order they were found. */
const together = new Set<Subject>(['part', 'sentence', 'picture']);

/**
 * Compares two bundles.
 *
 * @throws BundleError when one of them is damaged where it was read
 */
export async function diffBundles(before: BundleFiles, after: BundleFiles): Promise<BundleDiff> {
  const [old, fresh] = [await listed(before), await listed(after)];
  const changes: Change[] = [];
  const tags = new Map([...old.manifest.languages, ...fresh.manifest.languages].map((tag) => [tag.toLowerCase(), tag]));
  for (const tag of tags.values()) {
    const [was, is] = [old.manifest.languages.includes(tag), fresh.manifest.languages.includes(tag)];
    if (was !== is)
      changes.push({ subject: 'language', language: tag, where: [tag], ...(was ? { before: tag } : { after: tag }) });
  }
  for (const path of [...new Set([...fresh.files.keys(), ...old.files.keys()])].sort()) {
    if (old.files.get(path)?.sha256 === fresh.files.get(path)?.sha256) continue;
    const { language, name } = placeOf(path, tags);
    if (language === undefined || !isCompared(name) || !(old.isIn(language) && fresh.isIn(language))) continue;
    const versions = { before: await document(before, old, path), after: await document(after, fresh, path) };
    try {
      changes.push(...compareDocument(name, language, versions));
    } catch (cause) {
      if (!(cause instanceof z.ZodError)) throw cause;
      const what = `The bundle’s file ${path} is not what its name says: ${z.prettifyError(cause)}.`;
      throw new BundleError('file-unreadable', path, what, 'Build both bundles with the same version of the tools.');
    }
  }
  return {
    before: old.manifest,
    after: fresh.manifest,
    changes: inOrder(distinct(changes)),
    speech: { added: soundsOnlyIn(fresh, old), removed: soundsOnlyIn(old, fresh) },
  };
}

interface Listed {
  readonly manifest: Manifest;
  readonly files: ListedFiles;
  readonly isIn: (language: string) => boolean;
}

async function listed(files: BundleFiles): Promise<Listed> {
  const { manifest } = await readManifest(files, []);
  const all = new Map<string, { readonly sha256: string; readonly size: number }>();
  for (const index of manifest.listings.keys()) {
    for (const [path, file] of await readListing(files, manifest, index)) all.set(path, file);
  }
  return { manifest, files: all, isIn: (language) => manifest.languages.includes(language) };
}

/** The language and the name of a document; no language for what is none: sound, the index of the search. */
function placeOf(
  path: string,
  tags: ReadonlyMap<string, string>,
): { readonly language: string | undefined; readonly name: string } {
  const [folder = '', ...rest] = path.split('/');
  return { language: tags.get(folder), name: rest.join('/').replace(/\.json$/, '') };
}

async function document(files: BundleFiles, { files: all }: Listed, path: string): Promise<unknown> {
  const file = all.get(path);
  if (!file) return undefined;
  const bytes = await readChecked(files, path, file);
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch (cause) {
    throw new BundleError('file-unreadable', path, `The bundle’s file ${path} is not JSON.`, files.mend, { cause });
  }
}

function soundsOnlyIn(here: Listed, there: Listed): number {
  return [...here.files.keys()].filter((path) => path.startsWith('audio/') && !there.files.has(path)).length;
}

/** A helpline's new number is on many pages and is one change. */
function distinct(changes: readonly Change[]): readonly Change[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

function inOrder(changes: readonly Change[]): readonly Change[] {
  const rank = ({ subject }: Change): number => order.indexOf(together.has(subject) ? 'part' : subject);
  return changes.toSorted((a, b) => rank(a) - rank(b));
}

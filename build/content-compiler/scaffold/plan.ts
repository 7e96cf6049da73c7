/** What `content new` would change, worked out before anything is written. */
import { slugSchema } from '../../../content/format/index.ts';
import type { CheckedContent } from '../check/check-content.ts';
import { inRoot, type ContentFiles } from '../read/library.ts';
import { easySkeleton, helplineSkeleton, pageSkeleton, termSkeleton } from './skeletons.ts';
import { addPageToTopic, idsIn, insertEntry, topicIdsIn, UnreadableListError } from './yaml-insert.ts';

/** A file to write, by its path below the content folder. */
export interface FileChange {
  readonly path: string;
  readonly text: string;
  readonly change: 'created' | 'changed';
}

/** Something that cannot be made as asked; the message says why and what to do. */
export class ScaffoldError extends Error {
  override readonly name = 'ScaffoldError';
}

/** What to make. `folder` is the language's; `today` is `YYYY-MM-DD`. */
export type Wanted = { readonly id: string; readonly folder: string; readonly today: string } & (
  | { readonly kind: 'page'; readonly title: string | undefined; readonly topic: string | undefined }
  | { readonly kind: 'easy' }
  | { readonly kind: 'term'; readonly term: string | undefined }
  | { readonly kind: 'helpline'; readonly name: string | undefined }
);

/**
 * Works out the files to write.
 *
 * @throws ScaffoldError when the id is none, is taken, or names something that is not there.
 */
export function planNew(wanted: Wanted, files: ContentFiles, { library }: CheckedContent): readonly FileChange[] {
  const { id, folder, today } = wanted;
  if (!slugSchema.safeParse(id).success) {
    throw new ScaffoldError(`“${id}” is no id; use small letters, digits and single hyphens, as in “blood-tests”`);
  }
  const language = library.languages.find((source) => source.folder === folder);
  if (!language) {
    const there = library.languages.map((source) => source.folder).join(', ');
    throw new ScaffoldError(`there is no language folder “${folder}”; use --language with one of: ${there}`);
  }
  switch (wanted.kind) {
    case 'page': {
      const path = free(files, `${folder}/pages/${id}.md`);
      return [
        { path, text: pageSkeleton(id, wanted.title, today), change: 'created' },
        ...(wanted.topic === undefined ? [] : [inTopic(files, folder, wanted.topic, id)]),
      ];
    }
    case 'easy': {
      const page = language.pages.find(({ frontMatter }) => frontMatter.id === id);
      if (!page) {
        const there = language.pages.map(({ frontMatter }) => frontMatter.id).join(', ');
        throw new ScaffoldError(`there is no page “${id}” that can be read; there are: ${there}`);
      }
      const path = free(files, `${folder}/easy/${id}.md`);
      const picture = [...library.drawings.keys()].find((name) => name.startsWith('easy/'));
      if (picture === undefined) {
        throw new ScaffoldError('media/easy has no picture yet, and every idea has one; draw one first');
      }
      return [{ path, text: easySkeleton(page, picture.slice('easy/'.length, -'.svg'.length)), change: 'created' }];
    }
    case 'term':
      return [inList(files, `${folder}/glossary.yaml`, id, termSkeleton(id, wanted.term), 'alphabet')];
    case 'helpline':
      return [inList(files, `${folder}/helplines.yaml`, id, helplineSkeleton(id, wanted.name, today), 'end')];
  }
}

/** A path at which there is nothing yet. */
function free(files: ContentFiles, path: string): string {
  if (files.texts.has(path) || files.tooLarge?.has(path)) {
    throw new ScaffoldError(
      `${inRoot(files, path)} is there already, and is left as it is; choose another id, or edit that file`,
    );
  }
  return path;
}

function inTopic(files: ContentFiles, folder: string, topic: string, page: string): FileChange {
  return editing(files, `${folder}/topics.yaml`, (text) => {
    const changed = addPageToTopic(text, topic, page);
    if (changed !== undefined) return changed;
    throw new ScaffoldError(`there is no topic “${topic}”; there are: ${topicIdsIn(text).join(', ')}`);
  });
}

function inList(files: ContentFiles, path: string, id: string, entry: string, order: 'alphabet' | 'end'): FileChange {
  return editing(files, path, (text) => {
    if (idsIn(text).includes(id)) {
      throw new ScaffoldError(
        `${inRoot(files, path)} has an entry “${id}” already, and is left as it is; choose another id`,
      );
    }
    return insertEntry(text, id, entry, order);
  });
}

function editing(files: ContentFiles, path: string, edit: (text: string) => string): FileChange {
  const text = files.texts.get(path);
  if (text === undefined)
    throw new ScaffoldError(`${inRoot(files, path)} is not there; run “npm run content -- check” and mend that first`);
  try {
    return { path, text: edit(text), change: 'changed' };
  } catch (error) {
    if (!(error instanceof UnreadableListError)) throw error;
    throw new ScaffoldError(
      `${inRoot(files, path)} cannot be read (${error.message}); run “npm run content -- check” and mend that first`,
      { cause: error },
    );
  }
}

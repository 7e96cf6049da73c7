/** Pictures nobody shows, short descriptions that are long, and files that nothing reads. */
import { inRoot, type ContentFiles, type Library } from '../read/library.ts';
import type { DraftPage } from '../read/draft.ts';
import type { Report } from '../problem.ts';

/** Characters of a short description: one breath of the voice. The rest belongs to the long one. */
const LONGEST_ALTERNATIVE = 120;

/** Tells each short description of a page that is too long to be one. */
export function checkAlternatives({ parts }: DraftPage, report: Report): void {
  for (const block of parts.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'diagram') continue;
    const { length } = block.alternative.runs.map(({ text }) => text).join('');
    if (length <= LONGEST_ALTERNATIVE) continue;
    report({
      place: block.place,
      level: 'warning',
      code: 'long-alternative',
      what: `a short description of ${String(length)} characters`,
      why: `it is heard in one go; the limit is ${String(LONGEST_ALTERNATIVE)}`,
      mend: 'say in one line what the drawing shows, and the rest between the ::: lines',
    });
  }
}

/** Tells drawings that no page and no screen shows. */
export function checkUnusedMedia(library: Library, onPages: readonly string[], report: Report): void {
  const used = new Set([...onPages, ...library.languages.flatMap(({ messages }) => messages?.welcome ?? [])]);
  for (const name of library.drawings.keys()) {
    if (used.has(name)) continue;
    report({
      place: { file: inRoot(library, `media/${name}`), line: 1, column: 1 },
      level: 'info',
      code: 'unused-media',
      what: `nothing shows “${name}”`,
      why: 'pictures nobody sees still have to be kept right',
      mend: 'show it on a page, or remove the file',
    });
  }
}

/** The names of the drawings a page shows. */
export function drawingsOf({ frontMatter, parts }: DraftPage): readonly string[] {
  return [
    ...(frontMatter.decoration === undefined ? [] : [frontMatter.decoration]),
    ...parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'diagram' ? [block.src] : block.kind === 'idea' ? [block.picture] : [],
      ),
    ),
  ];
}

/** Tells files in the folders of pages and media that the compiler passes over: a page saved as `.markdown`, a photo. */
export function checkUnknownFiles(files: ContentFiles, languages: readonly string[], report: Report): void {
  for (const path of files.others ?? []) {
    const [folder = '', kind] = path.split('/');
    if (!path.includes('/') || (!languages.includes(folder) && folder !== 'media' && folder !== 'lexicon')) continue;
    report({
      place: { file: inRoot(files, path), line: 1, column: 1 },
      level: 'warning',
      code: 'unknown-file',
      what: 'a file that nothing reads',
      why: 'somebody may believe that it is shown',
      mend:
        kind === 'recordings'
          ? /\.txt$/i.test(path)
            ? 'put the words of a recording beside it, in <language>/recordings/pages/<page>/'
            : 'save recordings as WAV, with names that end in .wav'
          : 'pages end in .md, lists in .yaml and pictures in .svg; rename it, or remove it',
    });
  }
}

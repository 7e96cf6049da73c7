/** Words that stand for words: what `content new` writes, until an editor replaces it. */
import { placeAt, type Report } from '../problem.ts';
import { inRoot, type ContentFiles } from '../read/library.ts';

/** How a placeholder begins. */
export const PLACEHOLDER = 'TODO:';

/** A telephone number that nobody has. */
export const PLACEHOLDER_NUMBER = '0000 000 0000';

// “todo” is a word in other languages, so the capitals count.
const placeholder = new RegExp(`\\bTODO\\b[^\\n"'{\\]]*|\\bTB[CD]\\b|\\b[Ll]orem ipsum\\b|${PLACEHOLDER_NUMBER}`, 'gu');
const comment = /^\s*#/;

/** Tells each placeholder in the pages and lists, but for the comments of a list. */
export function checkPlaceholders(files: ContentFiles, report: Report): void {
  for (const [path, text] of files.texts) {
    if (!/\.(?:md|yaml)$/.test(path) || !path.includes('/')) continue;
    for (const match of text.matchAll(placeholder)) {
      const lineStart = text.lastIndexOf('\n', match.index) + 1;
      if (path.endsWith('.yaml') && comment.test(text.slice(lineStart, match.index + 1))) continue;
      report({
        place: placeAt(inRoot(files, path), text, match.index),
        level: 'error',
        code: 'placeholder',
        what: `a placeholder: “${match[0].slice(0, 60).trim()}”`,
        why: 'visitors would read it as it stands',
        mend: 'write what belongs there',
      });
    }
  }
}

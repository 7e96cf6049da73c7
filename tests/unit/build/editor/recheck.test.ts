import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../build/content-compiler/check/check-content.ts';
import type { ContentFiles } from '../../../../build/content-compiler/read/library.ts';
import { createRecheck } from '../../../../build/editor/recheck.ts';
import { changed, fixtureFiles, NOW, PAGE } from '../content-compiler/fixture.ts';

const rest = fixtureFiles().texts.get('en/pages/when-to-rest.md') ?? '';

/** What an editor may save one after the other. */
const saves: readonly (readonly [string, ContentFiles])[] = [
  ['the library', fixtureFiles()],
  ['a sentence of a page', changed(PAGE, 'Rest when you can.', 'Rest as soon as you can manage to.')],
  ['a page that cannot be read', fixtureFiles({ [PAGE]: '---\nid: [\n---\n' })],
  ['the page mended', fixtureFiles()],
  ['a link to a word that is not there', changed(PAGE, 'term:blood-count', 'term:blood-cuont')],
  ['a word gone from the glossary', changed('en/glossary.yaml', 'id: blood-count', 'id: blood-test')],
  ['the glossary as it was', fixtureFiles()],
  ['a page’s dates, which its Easy Read version shows', changed(PAGE, 'nextReview: 2027', 'nextReview: 2025')],
  ['a drawing gone', fixtureFiles({ 'media/cell.svg': undefined })],
  ['another page gone', fixtureFiles({ 'en/pages/when-to-rest.md': undefined })],
  ['another page with another id', fixtureFiles({ 'en/pages/when-to-rest.md': rest.replace('id: when', 'id: where') })],
  ['all as it was', fixtureFiles()],
];

describe('E3 · after each save the preview tells what a check of the whole would tell', () => {
  test('one save after the other', () => {
    const recheck = createRecheck();
    for (const [what, files] of saves) {
      const { problems, library } = recheck(files, NOW);
      const whole = checkContent(files, NOW);
      expect(problems, what).toEqual(whole.problems);
      expect(
        library.languages.flatMap(({ pages, easyPages }) =>
          [...pages, ...easyPages].map(({ frontMatter }) => frontMatter),
        ),
        what,
      ).toEqual(
        whole.library.languages.flatMap(({ pages, easyPages }) =>
          [...pages, ...easyPages].map(({ frontMatter }) => frontMatter),
        ),
      );
    }
    const told = saves.map(([, files]) => checkContent(files, NOW).problems.length);
    expect(new Set(told).size, 'the saves tell different things').toBeGreaterThan(3);
  });
});

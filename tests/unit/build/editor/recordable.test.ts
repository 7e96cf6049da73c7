import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../build/content-compiler/check/check-content.ts';
import { recordingAddress } from '../../../../build/content-compiler/read/recordings.ts';
import { compileEdition } from '../../../../build/editor/edition.ts';
import { recordableOf } from '../../../../build/editor/recordable.ts';
import { fixtureFiles, NOW } from '../content-compiler/fixture.ts';

const edition = compileEdition(checkContent(fixtureFiles(), NOW).library);

describe('R5 · what can be recorded', () => {
  test('is every document, by the name editors know', () => {
    const { documents, passages } = recordableOf(edition, '');
    expect(passages).toEqual([]);
    expect(documents).toContainEqual({
      name: 'en/pages/tired-after-treatment',
      title: 'en: Feeling tired after treatment',
    });
    expect(documents).toContainEqual({
      name: 'en/easy/tired-after-treatment',
      title: 'en: Feeling tired after treatment (Easy Read)',
    });
    expect(documents.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['en/home', 'en/glossary', 'en/questions', 'en/messages']),
    );
  });

  test('each passage has the file into which it is recorded', () => {
    const { passages } = recordableOf(edition, 'en/pages/tired-after-treatment');
    expect(passages).toContainEqual({
      file: 'en/recordings/pages/tired-after-treatment/in-short.1.wav',
      text: 'Many people feel tired after chemotherapy.',
    });
    expect(new Set(passages.map(({ file }) => file)).size).toBe(passages.length);
    for (const { file } of passages) {
      expect(recordingAddress(file)).toMatchObject({ folder: 'en', document: 'pages/tired-after-treatment' });
    }
  });

  test('a passage of the interface, whose name has a stroke in it, is found again by its file', () => {
    const { passages } = recordableOf(edition, 'en/messages');
    const file = passages.map((one) => one.file).find((one) => one.includes('/number/'));
    expect(recordingAddress(file ?? '')).toEqual({
      folder: 'en',
      document: 'messages',
      passage: expect.stringMatching(/^number\/\d+$/) as string,
    });
  });

  test('cards of related pages are recorded nowhere: they are other pages’ words', () => {
    const { passages } = recordableOf(edition, 'en/pages/when-to-rest');
    expect(passages.length).toBeGreaterThan(3);
    expect(passages.map(({ file }) => file).filter((file) => file.includes('related.'))).toEqual([]);
  });
});

/** The words of tickets (P3): what an editor may call them, and what the product's own three languages call them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../../../build/content-compiler/check/check-content.ts';
import { ticketsSourceSchema, ticketWordIds } from '../../../../../content/format/index.ts';
import { fixtureFiles, NOW } from '../fixture.ts';

const content = join(import.meta.dirname, '../../../../../content');
const wordsOf = (language: string): string => readFileSync(join(content, language, 'tickets.yaml'), 'utf8');

/** What is wrong with the words of tickets where one of the English ones is another. */
const toldOf = (id: string, word: string): readonly string[] => {
  const text = wordsOf('en').replace(new RegExp(`^${id}: .*$`, 'm'), () => `${id}: ${word}`);
  return checkContent(fixtureFiles({ 'en/tickets.yaml': text }), NOW)
    .problems.filter(({ place }) => place.file === 'content/en/tickets.yaml')
    .map(({ level, code }) => `${level} ${code}`);
};

describe('P3 · the words of tickets', () => {
  it('are right as they are, in all three languages, with nothing of illness and none that sounds like another', () => {
    for (const language of ['en', 'cy', 'ar']) {
      const files = new Map(fixtureFiles().texts);
      files.set('en/tickets.yaml', wordsOf('en'));
      for (const name of ['language.yaml', 'interface.yaml', 'tickets.yaml', 'glossary.yaml'])
        files.set(`${language}/${name}`, readFileSync(join(content, language, name), 'utf8'));
      const { problems, library } = checkContent({ root: 'content', texts: files }, NOW);
      expect(library.languages.find(({ folder }) => folder === language)?.tickets, language).toBeDefined();
      expect(problems.filter(({ place }) => place.file.endsWith('tickets.yaml'))).toEqual([]);
    }
  });

  it.each(['Crab', 'Magpie', 'Black cat', 'NEEDLE', 'Angel’s trumpet', 'Lily', 'Tumour', 'Thirteen', 'Weeping angel'])(
    'are refused for what “%s” says to somebody who waits here',
    (word) => {
      expect(toldOf('robin', word)).toEqual(['error ticket-word']);
    },
  );

  it('are refused for a medical word that the glossary explains', () => {
    const term = /term: (.*)$/m.exec(fixtureFiles().texts.get('en/glossary.yaml') ?? '')?.[1] ?? '';
    expect(term.length).toBeGreaterThan(2);
    expect(term.length).toBeLessThanOrEqual(20);
    expect(toldOf('robin', term)).toEqual(['error ticket-word']);
  });

  it('are told of when two can be taken for each other by ear', () => {
    expect(toldOf('parrot', 'Carrot')).toEqual([]);
    expect(toldOf('robin', 'Carrot')).toEqual(['warning ticket-sounds-alike']);
    expect(toldOf('robin', 'Pears')).toEqual(['warning ticket-sounds-alike']);
    expect(toldOf('robin', 'Ókes')).toEqual([]);
    expect(toldOf('robin', 'Óak’s')).toEqual(['warning ticket-sounds-alike']);
  });

  it('are all there, of a length that can be said and printed, and no two alike', () => {
    expect(toldOf('robin', 'A very small but proud bird')).toEqual(['error schema']);
    expect(toldOf('robin', '""')).toEqual(['error schema']);
    expect(toldOf('robin', 'otter')).toContain('error schema');
    expect(toldOf('robin', 'Robin\nemu: Emu')).toContain('error schema');
    const { robin: _robin, ...rest } = Object.fromEntries(ticketWordIds.map((id) => [id, id]));
    expect(ticketsSourceSchema.safeParse(rest).success).toBe(false);
  });
});

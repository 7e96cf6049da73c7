import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../build/content-compiler/check/check-content.ts';
import { compileEdition } from '../../../../build/editor/edition.ts';
import { proofOf } from '../../../../build/editor/proof.ts';
import { fixtureFiles, NOW } from '../content-compiler/fixture.ts';

const proof = (lexicon?: string) =>
  proofOf(
    compileEdition(
      checkContent(fixtureFiles(lexicon === undefined ? {} : { 'lexicon/en.yaml': lexicon }), NOW).library,
    ),
  );

describe('R6 · what has to be heard', () => {
  test('is every word of lexicon and glossary that nobody approved', () => {
    expect(proof().list.words.map(({ written }) => written)).toEqual([
      'CAR',
      'CAR T cell',
      'T cell',
      'blood count',
      'prognosis',
      'radiotherapy',
    ]);
  });

  test('a word alone is given to the engine as it is in its sentences', () => {
    const { list, jobs } = proof();
    const car = list.words.find(({ written }) => written === 'CAR');
    expect(car?.said).toBe("[[k'A@]]");
    const spoken = [...jobs.values()].map(({ text }) => text);
    expect(spoken).toContain("[[k'A@]]");
    expect(car?.sentences.map(({ text }) => text)).toContain('The CAR T cell study looks at walking.');
    expect(spoken).toContain("The [[k'A@]] T cell study looks at walking.");
  });

  test('a word is shown with its respelling and with the pages it stands on', () => {
    const word = proof().list.words.find(({ written }) => written === 'radiotherapy');
    expect(word).toMatchObject({
      folder: 'en',
      sayIt: 'ray-dee-oh-THEH-ruh-pee',
      alone: { text: 'radiotherapy' },
      places: [{ title: 'Feeling tired after treatment', route: '#/page/tired-after-treatment' }],
    });
    expect(word?.sentences[0]?.text).toBe('Chemotherapy and radiotherapy can both cause it.');
  });

  test('every sound that is offered can be made', () => {
    const { list, jobs } = proof();
    const clips = list.words.flatMap(({ alone, sentences }) => [alone, ...sentences].map(({ clip }) => clip));
    expect(clips.length).toBeGreaterThan(6);
    for (const clip of clips) expect([...jobs.keys()].some((key) => clip.endsWith(`/${key}.ogg`))).toBe(true);
  });

  test('an approval without another sound takes a word off the list and leaves how it sounds', () => {
    const approved = `- { written: CAR, phonemes: "k'A@" }\n- { written: CAR T cell, approvedBy: A, approvedOn: 2026-01-01 }\n`;
    const { list, jobs } = proof(approved);
    expect(list.words.map(({ written }) => written)).not.toContain('CAR T cell');
    expect([...jobs.values()].map(({ text }) => text)).toContain("The [[k'A@]] T cell study looks at walking.");
  });
});

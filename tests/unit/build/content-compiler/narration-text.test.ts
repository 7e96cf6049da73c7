import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lexiconSchema } from '../../../../content/format/index.ts';
import { splitSentences, wordSpans } from '../../../../build/content-compiler/narrate/sentences.ts';
import { createFinders } from '../../../../build/content-compiler/narrate/spoken-rules.ts';
import { prepareSpokenText } from '../../../../build/content-compiler/narrate/spoken-text.ts';
import { timeWords } from '../../../../build/content-compiler/narrate/words.ts';

const sentences = (text: string) => splitSentences(text, 'en-GB').map(({ start, end }) => text.slice(start, end));
const finders = createFinders(
  [
    { written: 'CAR', phonemes: "k'A@" },
    { written: 'GD2', phonemes: 'dZi:' },
    { written: 'anti-GD2', phonemes: 'anti' },
    { written: 'T cell', spoken: 'tee sell' },
    { written: 'mIBG', spoken: 'em eye bee gee' },
    { written: 'chemo', spoken: 'keemo' },
  ],
  { language: 'en-GB' },
);
const spoken = (shown: string) => prepareSpokenText(shown, finders).text;

describe('R1 · sentences', () => {
  it.each([
    ['Rest. Then walk.', ['Rest.', 'Then walk.']],
    ['Ask Dr. Smith today. He knows.', ['Ask Dr. Smith today.', 'He knows.']],
    ['MCG Stevens, H. N. Caron and A. Biondi.', ['MCG Stevens, H. N. Caron and A. Biondi.']],
    ['Fruit, e.g. Apples, helps. So does rest.', ['Fruit, e.g. Apples, helps.', 'So does rest.']],
    ['Ring 0808 800 4040. It is free.', ['Ring 0808 800 4040.', 'It is free.']],
    ['Open until 5.30pm. Then closed.', ['Open until 5.30pm.', 'Then closed.']],
    ['1. Rest. 2. Walk.', ['1. Rest.', '2. Walk.']],
    ['Is it safe? Ask!', ['Is it safe?', 'Ask!']],
    ['  Spaces.  ', ['Spaces.']],
    ['…', []],
    ['', []],
  ])('of “%s”', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('hold every letter and digit, once and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const spans = splitSentences(text, 'en-GB');
        const said = spans.map(({ start, end }) => text.slice(start, end)).join('');
        const letters = (value: string) => value.match(/[\p{L}\p{N}]/gu)?.join('');
        expect(letters(said)).toBe(letters(text));
        spans.forEach(({ start }, index) => {
          expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        });
      }),
    );
  });
});

describe('R6 · what is said for what is written', () => {
  it.each([
    ['Ring 0808 800 4040 now', 'Ring 0 8 0 8, 8 0 0, 4 0 4 0 now'],
    ['In 16 May 2018.', 'In 16th of May twenty 18.'],
    ['On 1 June, 22 July and 3 May', 'On 1st of June, 22nd of July and 3rd of May'],
    ['From 9am to 5.30pm', 'From 9 AM to 5 30 PM'],
    ['At 9.05am', 'At 9 oh 5 AM'],
    ['Open until 5.30pm, 1 in 7 days', 'Open until 5 30 PM, 1 in 7 days'],
    ['A & B', 'A and B'],
    ['R&D', 'R and D'],
    ['Arm v. leg vs. hand vs foot, canvas', 'Arm versus leg versus hand versus foot, canvas'],
    ['37.5 to 37.9 °C, or 38°C', '37.5 to 37.9 degrees, or 38 degrees'],
    ['(PMC3178788, DAPB1605), but CO2', '(P.M.C. 3 1 7 8 7 8 8, D.A.P.B. 1 6 0 5), but CO2'],
    ['doi 10.1007/s2018-0046.', 'doi 1 0 point 1 0 0 7 slash s 2 0 1 8 dash 0 0 4 6.'],
    ['5% of 3–5', '5 per cent of 3 to 5'],
    ['him and/or her/them', 'him and or her or them'],
    ['fruit, e.g. apples', 'fruit, for example apples'],
    ['Ask Dr Smith', 'Ask Doctor Smith'],
    ['a child’s ‘own’ words', "a child's  own  words"],
    ['Volume 17, number 4', 'Volume 17, number 4'],
    ['[[k]] is no phoneme', '  k   is no phoneme'],
  ])('%s', (shown, said) => {
    expect(spoken(shown)).toBe(said);
  });

  it('is the lexicon’s for whole words, longest first, capitals kept apart', () => {
    expect(spoken('CAR T cell, a car, CARS')).toBe("[[k'A@]] tee sell, a car, CARS");
    expect(spoken('anti-GD2 and pro-GD2')).toBe('[[anti]] and pro- [[dZi:]]');
    expect(spoken('Chemo, chemotherapy')).toBe('keemo, chemotherapy');
  });

  it('takes a number in the lexicon for that number alone', () => {
    const emergency = createFinders([{ written: '999', spoken: 'nine nine nine' }], { language: 'en-GB' });
    const said = (shown: string) => prepareSpokenText(shown, emergency).text;
    expect(said('Ring 999, or 999. Then wait.')).toBe('Ring nine nine nine, or nine nine nine. Then wait.');
    for (const longer of ['1,999', '999.5', '£999', '9990', '999,000']) expect(said(longer)).toBe(longer);
    expect(said('0800 999 999')).toBe('0 8 0 0, 9 9 9, 9 9 9');
  });

  it('keeps an ’s with phonemes, where the engine would spell it as a letter', () => {
    expect(spoken('The CAR’s end')).toBe("The [[k'A@z]] end");
    const ending = (phonemes: string) =>
      prepareSpokenText("X's", createFinders([{ written: 'X', phonemes }], { language: 'en' })).text;
    expect([ending('Es'), ending('kat'), ending('dEn')]).toEqual(['[[EsI2z]]', '[[kats]]', '[[dEnz]]']);
  });

  const wild = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'CAR ',
          'anti-GD2',
          'T cell',
          ' 0808 800 4040 ',
          '16 May 2018',
          '5.30pm',
          '’',
          '–',
          '%',
          '&',
          '[[',
          '😀',
        ),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('maps back: each spoken code point has a shown place, in order, and is that character unless replaced', () => {
    fc.assert(
      fc.property(wild, (shown) => {
        const { text, shownAt } = prepareSpokenText(shown, finders);
        expect(shownAt).toHaveLength(Array.from(text).length);
        shownAt.forEach((offset, index) => {
          expect(offset).toBeGreaterThanOrEqual(shownAt[index - 1] ?? 0);
          expect(offset).toBeLessThan(shown.length);
        });
        const untouched = prepareSpokenText(shown, []);
        expect(untouched.text).toBe(shown);
        Array.from(shown).forEach((codePoint, index) => {
          expect(shown.startsWith(codePoint, untouched.shownAt[index])).toBe(true);
        });
      }),
    );
  });
});

describe('R6 · an entry with no more than an approval', () => {
  it('is allowed, and hides no shorter entry inside it', () => {
    const entries = lexiconSchema.parse([
      { written: 'CAR', spoken: 'car' },
      { written: 'CAR T cell', approvedBy: 'A Listener', approvedOn: '2026-01-01' },
    ]);
    expect(prepareSpokenText('A CAR T cell', createFinders(entries, { language: 'en-GB' })).text).toBe('A car T cell');
    expect(lexiconSchema.safeParse([{ written: 'CAR' }]).success).toBe(false);
  });
});

describe('R6 · the lexicon of the content', () => {
  const lexicon = lexiconSchema.parse(
    parse(readFileSync(new URL('../../../../content/lexicon/en.yaml', import.meta.url), 'utf8')),
  );
  const ours = createFinders(lexicon, { language: 'en-GB' });
  const said = (shown: string) => prepareSpokenText(shown, ours).text;

  it.each([
    ['Ring 999, or go to A&E.', "Ring nine nine nine, or go to [[,eI;@nd'i:]]."],
    ['Ring 999 or go to A&E, if', "Ring nine nine nine or go to [[,eI;@nd'i:]], if"],
    ['Young Lives vs Cancer', 'Young Lives versus Cancer'],
    ['Payment (PIP), a pip', 'Payment (pip), a pip'],
    ['Stage L1, L2, M, MS, 4 and 4S', "Stage L1, L2, M, [[,Em'Es]], 4 and 4 S"],
    ['A PET-CT or PET', "A [[p,Ets,i:t'i:]] or [[p'Et]]"],
    ['Use cream that is in use', "[[j'u:z]] cream that is in use"],
    ['You do not have to read it', 'You do not have to reed it'],
    ['The mIBG scan, and no aspirin', "The [[,Em,aIb,i:dZ'i:]] scan, and no aspirin"],
  ])('says “%s”', (shown, expected) => {
    expect(said(shown)).toBe(expected);
  });

  it('keeps the place of each shown word where more is said than is shown', () => {
    const shown = 'Ring 999, or go to A&E.';
    const { text, shownAt } = prepareSpokenText(shown, ours);
    const shownFor = (word: string) => shown.slice(shownAt[text.indexOf(word)]).split(' ')[0];
    expect(['nine', '[[', 'or'].map(shownFor)).toEqual(['999,', 'A&E.', 'or']);
  });
});

describe('R2 · word times', () => {
  const time = (shown: string, events: readonly (readonly [position: number, atMs: number])[], durationMs: number) => {
    const heard = events.map(([position, atMs]) => ({ position, atMs, length: 1 }));
    const words = timeWords(
      shown,
      { start: 0, end: shown.length },
      prepareSpokenText(shown, finders),
      heard,
      durationMs,
    );
    return words.map(([start, end, from, to]) => `${shown.slice(start, end)} ${String(from)}-${String(to)}`);
  };

  it('last until the next word, and the last until the clip ends', () => {
    expect(
      time(
        'It grows.',
        [
          [0, 10],
          [3, 200],
        ],
        600,
      ),
    ).toEqual(['It 0-200', 'grows. 200-600']);
  });

  it('share the time of a merged event by length', () => {
    expect(
      time(
        'It does not go',
        [
          [0, 0],
          [3, 100],
          [12, 380],
        ],
        500,
      ),
    ).toEqual(['It 0-100', 'does 100-260', 'not 260-380', 'go 380-500']);
  });

  it('are those of the digits’ groups in a telephone number', () => {
    const { text } = prepareSpokenText('Ring 0808 800', finders);
    expect(text).toBe('Ring 0808 800');
    expect(
      time(
        '0808 800 4040',
        [
          [0, 0],
          [9, 500],
          [16, 900],
        ],
        1400,
      ),
    ).toEqual(['0808 0-500', '800 500-900', '4040 900-1400']);
  });

  it('cover a dash that stands alone together with the word before it', () => {
    expect(
      time(
        'Rest – walk',
        [
          [0, 0],
          [7, 300],
        ],
        600,
      ),
    ).toEqual(['Rest – 0-300', 'walk 300-600']);
  });

  it('never go back, overlap or pass the end, whatever the engine says', () => {
    const shownText = fc.array(fc.constantFrom('It', 'does', 'not', 'CAR', '–', '9am', '“go”'), {
      minLength: 1,
      maxLength: 9,
    });
    const noise = fc.array(fc.tuple(fc.nat(60), fc.nat(4000)), { maxLength: 12 });
    fc.assert(
      fc.property(shownText, noise, fc.integer({ min: 1, max: 3000 }), (parts, events, durationMs) => {
        const shown = parts.join(' ');
        const prepared = prepareSpokenText(shown, finders);
        const heard = events.map(([position, atMs]) => ({ position, atMs, length: 1 }));
        const words = timeWords(shown, { start: 0, end: shown.length }, prepared, heard, durationMs);
        expect(words.map(([start, end]) => ({ start, end }))).toEqual(wordSpans(shown));
        words.forEach(([start, end, fromMs, toMs], index) => {
          expect(start).toBeLessThan(end);
          expect(fromMs).toBeLessThanOrEqual(toMs);
          expect(fromMs).toBe(index === 0 ? 0 : words[index - 1]?.[3]);
          expect(toMs).toBeLessThanOrEqual(durationMs);
        });
        expect(words.at(-1)?.[3] ?? durationMs).toBe(durationMs);
      }),
    );
  });
});

/** The pseudo-language of the browser tests, and what finds words without its marks: both can fail. */
import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPattern } from '../../../build/content-compiler/read/icu.ts';
import type { InterfaceSource } from '../../../content/format/index.ts';
import { inRoot } from '../../support/checkout.ts';
import { pseudoInterface } from '../../support/pseudo/folder.ts';
import { pseudoPage } from '../../support/pseudo/markdown.ts';
import { pseudo, pseudoMessage, unmarkedWords } from '../../support/pseudo/text.ts';
import { type Allowed, untranslated } from '../../support/pseudo/written.ts';

const source = parse(readFileSync(inRoot('content/en/interface.yaml'), 'utf8')) as InterfaceSource;

describe('C10 · the pseudo-language', () => {
  test('marks every word of the interface, and keeps what each message takes', () => {
    const { messages } = pseudoInterface(source);
    expect(Object.keys(messages)).toEqual(Object.keys(source.messages));
    for (const [key, pattern] of Object.entries(messages)) {
      const [before, after] = [readPattern(source.messages[key] ?? ''), readPattern(pattern)];
      expect([...after.arguments].sort(), key).toEqual([...before.arguments].sort());
      expect(after.literals.flatMap(unmarkedWords), key).toEqual([]);
    }
  });

  test('is about 40 % longer than English', () => {
    const texts = Object.values(source.messages).filter((text) => text.length > 20 && !text.includes('{'));
    const length = (all: readonly string[]) => all.join('').length;
    expect(length(texts.map(pseudo)) / length(texts)).toBeCloseTo(1.4, 1);
  });

  test('keeps plurals, numbers and quotes as ICU has them', () => {
    const pattern = pseudoMessage("{minutes, plural, one {About # minute} other {About # minutes}} '{'here'}'");
    const say = (minutes: number) => String(new IntlMessageFormat(pattern, 'sv').format({ minutes }));
    expect(say(1)).toMatch(/^«Ááböüť 1 mííñüťé \{ĥééřé\}.*»$/);
    expect(say(3)).toContain('3 mííñüťéš');
  });

  test('changes of a page what people read, and nothing that programs read', () => {
    const page = [
      '---',
      'id: a-page',
      'title: Rest',
      'references:',
      '  - id: cruk-2018',
      '    kind: website',
      '    title: A page',
      '---',
      '',
      '## In short {#in-short sources=cruk-2018}',
      '',
      '- A [lump](term:tumour) **grows**.',
      '',
      '- [High risk](#high-risk)',
      '',
      ':::diagram{#how src=how.svg alt="One step."}',
      'Aims:',
      '| A | b |',
      '| --- | --- |',
      '::idea[A nap.]{picture=blood-test}',
    ].join('\n');
    expect(pseudoPage(page, (file) => `own-${file}`).split('\n')).toEqual([
      '---',
      'id: a-page',
      'title: «Řééšť»',
      'references:',
      '  - id: cruk-2018',
      '    kind: website',
      '    title: «Áá pááğé»',
      '---',
      '',
      '## «Ííñ šĥööřť» {#in-short sources=cruk-2018}',
      '',
      '- «Áá [ĺüümp](term:tumour) **ğřööŵš**. öñéé»',
      '',
      '- [«Ĥííğĥ řííšķ»](#high-risk)',
      '',
      ':::diagram{#how src=own-how.svg alt="«Ööñé šťéép.»"}',
      'Aims:',
      '| «Áá» | «b» |',
      '| --- | --- |',
      '::idea[«Áá ñááp.»]{picture=blood-test}',
    ]);
  });
});

describe('C10 · words that nobody translated are found', () => {
  const allowed: Allowed = {
    language: 'sv-pseudo',
    original: 'en-GB',
    site: ['St Swithin’s'],
    interface: new Set(['End my visit']),
  };
  const found = (text: string, language = 'sv-pseudo') =>
    untranslated([{ text, where: 'p', language, lost: [] }], allowed);

  test.each(['End my visit', 'a', pseudo('Home') + ' and away', 'May', '16 May 2018'])('“%s”', (text) => {
    expect(found(text)).toEqual([expect.stringContaining(text)]);
  });

  test.each([pseudo('End my visit'), '12 / 14', '0808 800 4040', 'St Swithin’s', pseudo('On') + ' 16 maj 2018'])(
    '“%s” is none',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  test('English is allowed where it is marked as English, but not of the interface', () => {
    expect(found('Clinical trials', 'en-GB')).toEqual([]);
    expect(found('End my visit', 'en-GB')).toHaveLength(1);
  });

  test('a translation that is marked as English, and a language nobody chose, are found too', () => {
    expect(found(pseudo('Clinical trials'), 'en-GB')).toHaveLength(1);
    expect(found(pseudo('Clinical trials'), 'cy')).toHaveLength(1);
    expect(found(pseudo('Clinical trials'), '')).toHaveLength(1);
  });
});

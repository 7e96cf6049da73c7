import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { approve, ApprovalError } from '../../../../build/editor/approve.ts';
import { lexiconSchema } from '../../../../content/format/index.ts';

const heard = { written: 'CAR', by: 'R. Listener', on: '2026-05-16' };

describe('R6 · an approval is written into the lexicon, and nothing else changes', () => {
  test.each([
    [
      'an entry in braces, with a comment after it',
      `# Top\n- { written: CAR, phonemes: "k'A@" } # a car\n- { written: MS, spoken: M S }\n`,
      `# Top\n- { written: CAR, phonemes: "k'A@", approvedBy: R. Listener, approvedOn: 2026-05-16 } # a car\n- { written: MS, spoken: M S }\n`,
    ],
    [
      'an entry in lines, with comments among them',
      `- written: CAR # initials\n  # as the word\n  spoken: car # like this\n\n# Next\n- { written: MS, spoken: M S }\n`,
      `- written: CAR # initials\n  # as the word\n  spoken: car # like this\n  approvedBy: R. Listener\n  approvedOn: 2026-05-16\n\n# Next\n- { written: MS, spoken: M S }\n`,
    ],
    [
      'the last entry, without a line end',
      `- written: CAR\n  spoken: car`,
      `- written: CAR\n  spoken: car\n  approvedBy: R. Listener\n  approvedOn: 2026-05-16\n`,
    ],
    [
      'a word without an entry, at the end',
      `# Top\n- { written: PIP, spoken: pip }\n- { written: MS, spoken: M S } # two letters\n`,
      `# Top\n- { written: PIP, spoken: pip }\n- { written: MS, spoken: M S } # two letters\n- { written: CAR, approvedBy: R. Listener, approvedOn: 2026-05-16 }\n`,
    ],
    [
      'a lexicon with nothing but a comment',
      `# Nothing yet\n`,
      `# Nothing yet\n- { written: CAR, approvedBy: R. Listener, approvedOn: 2026-05-16 }\n`,
    ],
  ])('%s', (_, before, after) => {
    const text = approve(before, heard);
    expect(text).toBe(after);
    expect(lexiconSchema.parse(parse(text))).toContainEqual(
      expect.objectContaining({ written: 'CAR', approvedBy: 'R. Listener', approvedOn: '2026-05-16' }),
    );
  });

  test.each(['O’Neil, ward 3', `D'Arcy {night}`, '- no: #name', '[x]', 'yes', '42', `"quoted"`])(
    'a name such as %s comes back as it was given',
    (by) => {
      for (const text of [`- { written: CAR, spoken: car }\n`, `- written: CAR\n  spoken: car\n`, '']) {
        const [entry] = lexiconSchema.parse(parse(approve(text, { ...heard, by })));
        expect(entry?.approvedBy).toBe(by);
      }
    },
  );

  test('a word that is approved already is refused, and so is a lexicon that cannot be read', () => {
    const approved = `- { written: CAR, spoken: car, approvedBy: A, approvedOn: 2025-05-16 }\n`;
    expect(() => approve(approved, heard)).toThrow(ApprovalError);
    expect(() => approve('- { written: CAR', heard)).toThrow(ApprovalError);
    expect(() => approve('written: CAR\n', heard)).toThrow(ApprovalError);
  });
});

import { expect, test } from 'vitest';
import type { Block, Passage } from '../../../../content/format/index.ts';
import { cssString } from '../../../../renderer/print/page-rules.ts';
import { printable } from '../../../../renderer/print/printable.ts';
import { termsIn } from '../../../../renderer/print/terms.ts';

const passage = (id: string, term?: string): Passage => ({ id, runs: [{ text: id, ...(term && { term }) }] });

const gate: Block = {
  kind: 'gate',
  id: 'hard',
  question: passage('ask'),
  content: [{ kind: 'paragraph', passage: passage('hard-fact', 'hard-word') }],
};

test('P2 · what is behind a gate is printed only where that gate was opened (principle 3)', () => {
  expect(printable([gate], new Set())).toEqual([]);
  expect(printable([gate], new Set(['another']))).toEqual([]);
  expect(printable([gate], new Set(['hard']))).toEqual([gate]);
});

test('P2 · a word that stands only behind a closed gate is not explained either', () => {
  expect(termsIn(printable([gate], new Set()))).toEqual(new Set());
  expect(termsIn(printable([gate], new Set(['hard'])))).toEqual(new Set(['hard-word']));
});

test('P2 · a choice is printed with its answers; one that only leads on is not', () => {
  const question = passage('which');
  const leads = { id: 'a', label: passage('a'), part: 'there' };
  const answers = { id: 'b', label: passage('b'), answer: [{ kind: 'paragraph' as const, passage: passage('so') }] };
  expect(
    printable([{ kind: 'choice', id: 'c', question, options: [leads, { ...leads, id: 'd' }] }], new Set()),
  ).toEqual([]);
  expect(printable([{ kind: 'choice', id: 'c', question, options: [leads, answers] }], new Set())).toEqual([
    { kind: 'choice', question, answers: [{ label: answers.label, content: answers.answer }] },
  ]);
});

test('P2 · a hospital’s name cannot end the rule that it stands in', () => {
  expect(cssString('St "E" \\ } @page')).toBe('"St \\22 E\\22  \\5c  \\7d  \\40 page"');
});

import { describe, expect, test } from 'vitest';
import { LONGEST_TYPED, type Stroke, type TypedLine, applyStroke } from '../../../../renderer/visit/typing.ts';

const at = (text: string, start = text.length, end = start): TypedLine => ({ text, start, end });
const letter = (text: string): Stroke => ({ kind: 'text', text });

describe('I6 · a key of the on-screen keyboard', () => {
  test('is written where the caret is, and the caret goes behind it', () => {
    expect(applyStroke(at('car', 2), letter('ll'))).toEqual(at('callr', 4));
  });

  test('takes the place of what is selected', () => {
    expect(applyStroke(at('scan', 1, 3), letter('e'))).toEqual(at('sen', 2));
    expect(applyStroke(at('scan', 1, 3), { kind: 'delete' })).toEqual(at('sn', 1));
  });

  test('Delete takes one sign as a person sees it: a letter with its marks, a whole emoji', () => {
    expect(applyStroke(at('cô'), { kind: 'delete' }).text).toBe('c');
    expect(applyStroke(at('co\u0302'), { kind: 'delete' }).text).toBe('c');
    expect(applyStroke(at('a👩‍👧'), { kind: 'delete' }).text).toBe('a');
    expect(applyStroke(at(''), { kind: 'delete' })).toEqual(at(''));
    expect(applyStroke(at('abc', 0), { kind: 'delete' })).toEqual(at('abc', 0));
  });

  test('Clear empties the line, Done leaves it, and a full line takes no more', () => {
    expect(applyStroke(at('scan', 2), { kind: 'clear' })).toEqual(at(''));
    expect(applyStroke(at('scan', 2), { kind: 'done' })).toEqual(at('scan', 2));
    const full = at('x'.repeat(LONGEST_TYPED));
    expect(applyStroke(full, letter('y'))).toEqual(full);
  });
});

import { describe, expect, test } from 'vitest';
import { inRows, typingRows } from '../../../../renderer/components/keyboard/rows.ts';

const alphabet = Array.from('abcdefghijklmnopqrstuvwxyz');

describe('I6 · the letters of a keyboard', () => {
  test.each([
    [11, [9, 9, 8]],
    [13, [13, 13]],
    [7, [7, 7, 7, 5]],
    [40, [26]],
    [1, alphabet.map(() => 1)],
  ])('%i side by side stand in even rows, all and in their order', (most, lengths) => {
    const rows = inRows(alphabet, most);
    expect(rows.map(({ length }) => length)).toEqual(lengths);
    expect(rows.flat()).toEqual(alphabet);
  });

  test('rows of a typing keyboard stay whole where they fit', () => {
    const rows = [Array.from('qwertyuiop'), Array.from('asdf')];
    expect(typingRows(rows, 10)).toEqual(rows);
    expect(typingRows(rows, 9)).toEqual([Array.from('qwert'), Array.from('yuiop'), Array.from('asdf')]);
  });
});

import { describe, expect, test } from 'vitest';
import { createShelf } from '../../../../renderer/search/shelf.ts';

/** A shelf with a note of what was asked for. */
function noted(most: number) {
  const asked: (readonly number[])[] = [];
  const shelf = createShelf((numbers) => {
    asked.push(numbers);
    return Promise.resolve(numbers.map((number) => `file ${String(number)}`));
  }, most);
  return { shelf, asked };
}

describe('S4 · what a letter asks for', () => {
  test('is asked for in one go, each file once, and comes in the order of the numbers', async () => {
    const { shelf, asked } = noted(4);
    expect(await shelf([3, 1, 3])).toEqual(['file 3', 'file 1', 'file 3']);
    expect(await shelf([1, 2])).toEqual(['file 1', 'file 2']);
    expect(asked).toEqual([[3, 1], [2]]);
  });

  test('what was not used the longest makes room', async () => {
    const { shelf, asked } = noted(2);
    await shelf([1, 2]);
    await shelf([1]);
    await shelf([3]);
    await shelf([1]);
    await shelf([2]);
    expect(asked).toEqual([[1, 2], [3], [2]]);
  });

  test('more than there is room for still comes whole', async () => {
    const { shelf } = noted(1);
    expect(await shelf([1, 2, 3])).toEqual(['file 1', 'file 2', 'file 3']);
  });

  test('a load that failed is told to all that asked, and tried again', async () => {
    let isDown = true;
    const shelf = createShelf((numbers) => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(numbers)), 4);
    await expect(shelf([1, 2])).rejects.toThrow('down');
    isDown = false;
    expect(await shelf([2, 1])).toEqual([2, 1]);
  });
});

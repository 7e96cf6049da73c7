import { describe, expect, test } from 'vitest';
import { Shelf } from '../../../../renderer/search/shelf.ts';

/** A shelf with a note of what was asked for. */
function noted() {
  const asked: (readonly number[])[] = [];
  const shelf = new Shelf((numbers) => {
    asked.push(numbers);
    return Promise.resolve(numbers.map((number) => `file ${String(number)}`));
  });
  return { shelf, asked };
}

describe('S4 · what a letter asks for', () => {
  test('is asked for in one go, each file once, and comes in the order of the numbers', async () => {
    const { shelf, asked } = noted();
    expect(await shelf.take([3, 1, 3])).toEqual(['file 3', 'file 1', 'file 3']);
    expect(await shelf.take([1, 2])).toEqual(['file 1', 'file 2']);
    expect(asked).toEqual([[3, 1], [2]]);
  });

  test('a load that failed is told to all that asked, and tried again', async () => {
    let isDown = true;
    const shelf = new Shelf((numbers) => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(numbers)));
    await expect(shelf.take([1, 2])).rejects.toThrow('down');
    isDown = false;
    expect(await shelf.take([2, 1])).toEqual([2, 1]);
  });
});

describe('S4 · behind the letters the whole folder is brought in', () => {
  test('a few files at a time, without those that a letter has asked for; then no letter asks any more', async () => {
    const { shelf, asked } = noted();
    await shelf.take([4]);
    await shelf.fill(7, 3);
    expect(asked).toEqual([[4], [0, 1, 2], [3, 5], [6]]);
    expect(await shelf.take([6, 0])).toEqual(['file 6', 'file 0']);
    expect(asked).toHaveLength(4);
  });

  test('one that cannot be had ends it, and what came is kept', async () => {
    const asked: (readonly number[])[] = [];
    const shelf = new Shelf((numbers) => {
      asked.push(numbers);
      return numbers.includes(2) ? Promise.reject(new Error('down')) : Promise.resolve(numbers);
    });
    await expect(shelf.fill(6, 2)).rejects.toThrow('down');
    expect(await shelf.take([0, 1])).toEqual([0, 1]);
    expect(asked).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});

/** Questions of a visitor's own (C7). */
import { describe, expect, test } from 'vitest';
import {
  MOST_OWN_QUESTIONS,
  addQuestion,
  changeQuestion,
  lastWord,
  write,
} from '../../../../renderer/visit/own-questions.ts';
import { type Visit, startVisit } from '../../../../renderer/visit/visit.ts';

const start = startVisit({ view: 'questions' });
const asking = (...questions: readonly string[]): Visit =>
  questions.reduce((visit, question) => addQuestion(write(visit, question)), start);

describe('C7 · questions of one’s own', () => {
  test('are added as they were written, with single spaces, and the line is empty again', () => {
    const visit = asking('  Who  can I ring\tat night? ', 'سؤال');
    expect(visit.ownQuestions).toEqual(['Who can I ring at night?', 'سؤال']);
    expect(visit.draft).toBe('');
  });

  test.each(['', '   ', '\t\n'])('%j is none', (draft) => {
    expect(asking(draft).ownQuestions).toEqual([]);
  });

  test('each is there once', () => {
    expect(asking('Why?', 'Why?')).toMatchObject({ ownQuestions: ['Why?'], draft: '' });
  });

  test('are no more than a screen can hold; one too many stays in the line', () => {
    const many = asking(...Array.from({ length: MOST_OWN_QUESTIONS }, (_none, index) => `Question ${String(index)}`));
    const full = addQuestion(write(many, 'One more'));
    expect(full.ownQuestions).toHaveLength(MOST_OWN_QUESTIONS);
    expect(full.draft).toBe('One more');
  });

  test('go back into the line to be changed, and what was being written is not lost', () => {
    const visit = changeQuestion(write(asking('First', 'Second'), 'Third'), 0);
    expect(visit.draft).toBe('First');
    expect(visit.ownQuestions).toEqual(['Second', 'Third']);
  });

  test('a question that is not there changes nothing', () => {
    for (const index of [-1, 2, Number.NaN])
      expect(changeQuestion(asking('One', 'Two'), index).ownQuestions).toEqual(['One', 'Two']);
  });

  test('a fresh visit has none', () => {
    expect(startVisit({ view: 'questions' })).toMatchObject({ draft: '', ownQuestions: [] });
  });
});

test.each([
  ['who can I ri', 'ri'],
  ['who ', ''],
  ['', ''],
])('the word that is written in %j is %j', (text, word) => {
  expect(lastWord(text)).toBe(word);
});

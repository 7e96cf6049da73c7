/** Questions of a visitor's own (C7): written, changed and dropped with the visit; in nothing that outlives it. */
import { keptKey } from './summary.ts';
import type { Visit } from './visit.ts';

/** More than a team has time for in one conversation. */
export const MOST_OWN_QUESTIONS = 12;

/** Takes over what is being written. */
export const write = (visit: Visit, draft: string): Visit => ({ ...visit, draft });

/** Adds what was written to the questions; nothing but spaces, a question that is there already and one too many are not. */
export function addQuestion(visit: Visit): Visit {
  const question = visit.draft.trim().replace(/\s+/gu, ' ');
  const { ownQuestions } = visit;
  if (question === '' || ownQuestions.length >= MOST_OWN_QUESTIONS) return visit;
  if (ownQuestions.includes(question)) return { ...visit, draft: '' };
  return { ...visit, draft: '', ownQuestions: [...ownQuestions, question] };
}

/**
 * Takes a question back to be written anew; it is then not kept any more. What was being written becomes a question in
 * its place.
 */
export function changeQuestion(visit: Visit, index: number): Visit {
  const question = visit.ownQuestions[index];
  if (question === undefined) return visit;
  const others = visit.ownQuestions.filter((_other, at) => at !== index);
  const key = keptKey({ kind: 'own-question', text: question });
  const isKept = visit.kept.some((item) => keptKey(item) === key);
  const kept = isKept ? visit.kept.filter((item) => keptKey(item) !== key) : visit.kept;
  return { ...addQuestion({ ...visit, ownQuestions: others, kept }), draft: question };
}

/** The word that is being written, which suggestions are for. */
export const lastWord = (text: string): string => /\S*$/u.exec(text)?.[0] ?? '';

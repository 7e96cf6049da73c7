/** Checks of the sheet of questions: ids, sources, and a gate before what is sensitive (C7, principle 3). */
import { GENERAL_KNOWLEDGE, type ProblemCode } from '../../../content/format/index.ts';
import type { Report } from '../problem.ts';
import type { LanguageSource } from '../read/library.ts';
import { checkOnce } from './once.ts';

/** Checks the sheet, where a language has one. */
export function checkQuestions({ questions: sheet }: LanguageSource, report: Report): void {
  if (!sheet) return;
  const { value, placeOf } = sheet;
  const refuse = (
    path: readonly (string | number)[],
    code: ProblemCode,
    what: string,
    why: string,
    mend: string,
  ): void => {
    report({ place: placeOf(path), level: 'error', code, what, why, mend });
  };
  const references = new Set([GENERAL_KNOWLEDGE, ...value.references.map(({ id }) => id)]);
  checkOnce(
    value.references.map(({ id }) => id),
    (index) => placeOf(['references', index, 'id']),
    'reference',
    report,
  );
  checkOnce(
    value.groups.map(({ id }) => id),
    (index) => placeOf(['groups', index, 'id']),
    'group',
    report,
  );
  const questions = value.groups.flatMap((group, at) => group.questions.map(({ id }, index) => ({ id, at, index })));
  checkOnce(
    questions.map(({ id }) => id),
    (index) => placeOf(['groups', questions[index]?.at ?? 0, 'questions', questions[index]?.index ?? 0, 'id']),
    'question',
    report,
  );
  value.groups.forEach((group, at) => {
    group.sources.forEach((source, index) => {
      if (references.has(source)) return;
      refuse(
        ['groups', at, 'sources', index],
        'missing-reference',
        `source “${source}”`,
        'the sheet has no such reference',
        `correct the id, add the reference, or write ${GENERAL_KNOWLEDGE}`,
      );
    });
    const isSensitive = group.questions.some(({ sensitive }) => sensitive);
    if (isSensitive && group.gate === undefined) {
      refuse(
        ['groups', at, 'id'],
        'missing-gate',
        `“${group.id}” has sensitive questions and no gate`,
        'hard questions are never met unasked (principle 3)',
        'add gate: with a gentle question that can be answered “no”',
      );
    }
    if (!isSensitive && group.gate !== undefined) {
      refuse(
        ['groups', at, 'gate'],
        'missing-gate',
        `“${group.id}” has a gate and nothing behind it`,
        'somebody would say yes to nothing',
        'mark the sensitive questions with “sensitive: true”, or remove the gate',
      );
    }
  });
}

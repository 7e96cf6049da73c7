/** Problems in content: what an editor is told, where, and in which words. */
import type { ProblemCode } from '../../content/format/index.ts';

/** A position in a file an editor can open. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `error` stops a build, `warning` does not, `info` is for the record. */
export type Level = 'error' | 'warning' | 'info';

/** Something to mend: what it is, why it matters and how to mend it, each a phrase without a full stop. */
export interface Problem {
  readonly place: Place;
  readonly level: Level;
  /** A stable name for the kind of problem, for tests and tools. */
  readonly code: ProblemCode;
  readonly what: string;
  readonly why: string;
  readonly mend: string;
}

/** Takes a problem; every stage reports into one so that a run names all problems at once (E2). */
export type Report = (problem: Problem) => void;

/** The shape `--json` prints: one flat object a problem. */
export interface FlatProblem extends Omit<Problem, 'place'>, Place {}

/** A problem with its place beside the rest. */
export function flatProblem({ place, ...rest }: Problem): FlatProblem {
  return { ...place, ...rest };
}

/** `file:line:column  level  code  what · why · how to mend`, one line whatever the texts hold. */
export function formatProblem({ place, level, code, what, why, mend }: Problem): string {
  const where = `${place.file}:${String(place.line)}:${String(place.column)}`;
  return `${where}  ${level}  ${code}  ${[what, why, mend].join(' · ')}`.replace(/\s*\n\s*/g, ' ');
}

/** Problems in the order an editor works: by file, then by position. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    ({ place: a }, { place: b }) =>
      (a.file < b.file ? -1 : Number(a.file > b.file)) || a.line - b.line || a.column - b.column,
  );
}

/** Whether a build must stop. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ level }) => level === 'error');
}

/** Content that cannot be built; `problems` says why. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter(({ level }) => level === 'error').length;
    super(`the content has ${String(errors)} ${errors === 1 ? 'error' : 'errors'}; nothing was built`);
    this.problems = problems;
  }
}

/** The line and column of an offset in a text. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: before.length - lineStart + 1 };
}

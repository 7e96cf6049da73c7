/** The panel that lists what stands between an editor and the next edition. */
import type { PreviewState, ToldProblem } from './contract.ts';
import { make } from './elements.ts';

const words: Readonly<Record<ToldProblem['level'], string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

/** Whether there is something that keeps what was saved from being shown. */
export function isStuck({ problems, failure }: PreviewState): boolean {
  return failure !== undefined || problems.some(({ level }) => level === 'error');
}

/** Fills the panel: errors openly; warnings and notes folded, since they stop nothing. Hidden when there are none. */
export function drawProblems(panel: HTMLElement, state: PreviewState): void {
  const errors = state.problems.filter(({ level }) => level === 'error');
  const others = state.problems.filter(({ level }) => level !== 'error');
  panel.hidden = !isStuck(state) && others.length === 0;
  const wasOpen = panel.querySelector('details')?.open ?? false;
  const folded = make('details', {}, make('summary', { textContent: countOf(others) }), listOf(others));
  folded.open = wasOpen;
  panel.replaceChildren(
    ...(state.failure === undefined ? [] : [make('p', { className: 'level-error', textContent: state.failure })]),
    ...(errors.length === 0 ? [] : [make('h2', { textContent: countOf(errors) }), listOf(errors)]),
    ...(others.length === 0 ? [] : [folded]),
  );
}

function listOf(problems: readonly ToldProblem[]): HTMLElement {
  return make('ol', {}, ...problems.map(itemOf));
}

function itemOf({ file, line, column, level, code, what, why, mend }: ToldProblem): HTMLElement {
  return make(
    'li',
    {},
    make('span', { className: 'where', textContent: `${file}:${String(line)}:${String(column)}` }),
    ' ',
    make('strong', { className: `level-${level}`, textContent: words[level] }),
    ` (${code}): ${what}. Why it matters: ${why}. How to mend it: ${mend}.`,
  );
}

/** `2 errors`, `1 warning and 3 notes`. */
function countOf(problems: readonly ToldProblem[]): string {
  return (['error', 'warning', 'info'] as const)
    .map((level) => ({ word: words[level].toLowerCase(), count: problems.filter((one) => one.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${String(count)} ${word}${count === 1 ? '' : 's'}`)
    .join(' and ');
}

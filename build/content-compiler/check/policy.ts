/** `policy.yaml`: which problems are how grave on this site, and its limits and words. */
import {
  adjustableProblemCodes,
  fixedProblemCodes,
  isFixedCode,
  policySchema,
  type Policy,
  type ProblemCode,
} from '../../../content/format/index.ts';
import type { Problem, Report } from '../problem.ts';
import { inRoot, type ContentFiles } from '../read/library.ts';
import { readYaml } from '../read/yaml.ts';
import { nearest } from './nearest.ts';

const FILE = 'policy.yaml';
const codes: readonly ProblemCode[] = [...adjustableProblemCodes, ...fixedProblemCodes];

/** Reads the policy; what it cannot be read for is as if it were not written. Reports every mistake in it. */
export function readPolicy(files: ContentFiles, report: Report): Policy {
  const text = files.texts.get(FILE);
  // A file of comments only is a policy that says nothing.
  if (text === undefined || text.replace(/^\s*#.*$/gm, '').trim() === '') return policySchema.parse({});
  const read = readYaml(inRoot(files, FILE), text, policySchema, report);
  if (!read) return policySchema.parse({});
  const refuse = (path: readonly string[], at: 'key' | 'value', what: string, why: string, mend: string): void => {
    report({ place: read.placeOf(path, at), level: 'error', code: 'policy', what, why, mend });
  };
  for (const [code, level] of Object.entries(read.value.levels)) {
    if (!isCode(code)) {
      const near = nearest(code, codes);
      refuse(
        ['levels', code],
        'key',
        `“${code}” is no kind of problem`,
        'a misspelt name would change nothing, without a word',
        near === undefined ? `use one of ${adjustableProblemCodes.join(', ')}` : `did you mean “${near}”?`,
      );
    } else if (isFixedCode(code) && level !== 'error') {
      refuse(
        ['levels', code],
        'value',
        `“${code}” as “${level}”`,
        'it protects visitors, and stays an error on every site',
        'remove the line, and mend what it names',
      );
    }
  }
  const { limitAge, aimAge } = read.value.reading;
  if (aimAge > limitAge) {
    refuse(
      ['reading', 'aimAge'],
      'value',
      `aimAge ${String(aimAge)} is above limitAge ${String(limitAge)}`,
      'the aim would never be told',
      'make it lower, or the limit higher',
    );
  }
  return read.value;
}

/** A problem as this site sees it; `undefined` when it does not want to hear of it. */
export function byPolicy(problem: Problem, { levels }: Policy): Problem | undefined {
  const level = levels[problem.code];
  if (level === undefined || isFixedCode(problem.code)) return problem;
  return level === 'off' ? undefined : { ...problem, level };
}

function isCode(code: string): code is ProblemCode {
  return (codes as readonly string[]).includes(code);
}

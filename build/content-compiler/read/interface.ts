/** `interface.yaml`: a language's messages, checked against the message contract. */
import {
  interfaceSourceSchema,
  messageArguments,
  type InterfaceSource,
  type LanguageProfile,
} from '../../../content/format/index.ts';
import type { Problem, Report } from '../problem.ts';
import { readPattern } from './icu.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads the words of the interface; reports missing and extra keys, wrong arguments, wrong ICU, and a
 * welcome picture that is not among `drawings`.
 */
export function readInterface(
  file: string,
  text: string,
  drawings: ReadonlySet<string>,
  profile: LanguageProfile,
  report: Report,
): InterfaceSource | undefined {
  const read = readYaml(file, text, interfaceSourceSchema, report);
  if (!read) return undefined;
  const { value, placeOf } = read;
  if (value.welcome !== undefined && !drawings.has(value.welcome)) {
    report({
      place: placeOf(['welcome']),
      level: 'error',
      code: 'missing-media',
      what: `no drawing “${value.welcome}”`,
      why: 'the attract screen would lack its picture',
      mend: 'add it to content/media or correct the name',
    });
  }
  const contract: Readonly<Record<string, readonly string[]>> = messageArguments;
  for (const key of Object.keys(contract)) {
    if (key in value.messages) continue;
    report({
      place: placeOf(['messages'], 'key'),
      level: 'error',
      code: 'message-missing',
      what: `no message “${key}”`,
      why: 'the kiosk would have nothing to show there',
      mend: `add “${key}: …”`,
    });
  }
  for (const [key, pattern] of Object.entries(value.messages)) {
    const expected = Object.hasOwn(contract, key) ? contract[key] : undefined;
    if (!expected) {
      report({
        place: placeOf(['messages', key], 'key'),
        level: 'error',
        code: 'message-extra',
        what: `message “${key}” is not in the list`,
        why: 'nothing shows it; it may be a misspelt key',
        mend: 'correct the key or remove the line (content/format/messages.ts has the list)',
      });
      continue;
    }
    for (const problem of patternProblems(pattern, expected)) {
      report({ place: placeOf(['messages', key]), level: 'error', ...problem });
    }
  }
  const { language, direction, alphabet, siteWords, typingRows, translationReviewer } = profile;
  return {
    ...value,
    language,
    direction,
    alphabet,
    siteWords,
    ...(typingRows && { typingRows }),
    ...(translationReviewer === undefined && { isUnreviewed: true as const }),
  };
}

function patternProblems(
  pattern: string,
  expected: readonly string[],
): readonly Pick<Problem, 'code' | 'what' | 'why' | 'mend'>[] {
  let used: ReadonlySet<string>;
  try {
    used = readPattern(pattern).arguments;
  } catch (error) {
    return [
      {
        code: 'message-syntax',
        what: `not ICU MessageFormat: ${error instanceof Error ? error.message : String(error)}`,
        why: 'the kiosk could not compose the sentence',
        mend: 'check braces, quotes and that each plural and select has “other”',
      },
    ];
  }
  const missing = expected.filter((name) => !used.has(name));
  const extra = [...used].filter((name) => !expected.includes(name));
  if (missing.length === 0 && extra.length === 0) return [];
  const list = (names: readonly string[]) => names.map((name) => `{${name}}`).join(', ');
  return [
    {
      code: 'message-arguments',
      what: [missing.length > 0 && `lacks ${list(missing)}`, extra.length > 0 && `has unknown ${list(extra)}`]
        .filter(Boolean)
        .join(' and '),
      why: 'the kiosk fills in exactly the arguments it knows',
      mend: expected.length === 0 ? 'use no argument' : `use ${list(expected)}`,
    },
  ];
}

/** The events of the journal for whoever reads it: what each means, what to do, what it carries (O3). */
import { z } from 'zod';
import { type JournalLevel, journalEvents } from '../../electron/host/journal-events.ts';

type Schema = z.core.JSONSchema.BaseSchema;

const levels: readonly (readonly [JournalLevel, string])[] = [
  ['error', 'somebody should look today'],
  ['warning', 'somebody should look some day'],
  ['info', 'nobody needs to look'],
];

/** More codes than this are told by their number: nobody reads a list of fifty. */
const MOST_CODES = 14;

const fieldText = (name: string, { description = '', enum: codes }: Schema): string => {
  if (codes === undefined) return `\`${name}\` (${description})`;
  const shown = codes.slice(0, MOST_CODES).map((one) => `‘${String(one)}’`);
  const more = codes.length > MOST_CODES ? ` and ${String(codes.length - MOST_CODES)} more` : '';
  return `\`${name}\` (${shown.join(', ')}${more})`;
};

const fieldsText = (fields: z.ZodType): string => {
  const { properties = {} } = z.toJSONSchema(fields, { io: 'input' });
  const texts = Object.entries(properties).map(([name, field]) => fieldText(name, field as Schema));
  return texts.length === 0 ? 'nothing else' : texts.join(', ');
};

/** The whole catalogue, the gravest first, as Markdown. */
export const eventsText = (): string =>
  [
    '# The kiosk’s journal',
    '',
    'Each line of `journal/journal.jsonl` in the data folder is one event as JSON: `at` (date and time, UTC), `level`, `event`, and',
    'what is listed below. `suppressed` says how many lines of the same event were left out before it, `leftOut` which of its',
    'fields had a value that may not be written. When a file is full the next is begun; older ones are `journal.1.jsonl` to',
    '`journal.4.jsonl`, 5 MB in all. The same lines go to the standard error output.',
    '',
    'There is no field for a text: nothing that a visitor chose, typed, heard or printed can be in the journal.',
    '',
    ...levels.flatMap(([level, meaning]) => [
      `## ${level}: ${meaning}`,
      '',
      ...Object.entries(journalEvents)
        .filter(([, event]) => event.level === level)
        .flatMap(([name, { means, mend, fields }]) => [
          `### ${name}`,
          '',
          means,
          '',
          `- What to do: ${mend}`,
          `- Carries: ${fieldsText(fields)}.`,
          '',
        ]),
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');

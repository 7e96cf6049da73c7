/** What technicians are given to write a settings file with: an example with comments, and a JSON Schema (O1). */
import { z } from 'zod';
import { siteSettingsSchema } from '../../electron/host/settings.ts';

type Schema = z.core.JSONSchema.BaseSchema;

const schema = z.toJSONSchema(siteSettingsSchema, { io: 'input', target: 'draft-7' });

/** The JSON Schema, for programs that check while one types. The last two marks are those of Visual Studio Code. */
export const settingsSchemaText = (): string =>
  `${JSON.stringify({ ...schema, title: 'Settings of a kiosk', allowComments: true, allowTrailingCommas: true }, null, 2)}\n`;

/** Comments end here, so that they can be read beside the settings in a narrow window. */
const LAST_COLUMN = 100;

const commentLines = (text: string, indent: string): readonly string[] => {
  const lines: string[] = [];
  let line = `${indent}//`;
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > LAST_COLUMN) {
      lines.push(line);
      line = `${indent}//`;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
};

const fieldsOf = (object: Schema): readonly (readonly [string, Schema])[] =>
  Object.entries(object.properties ?? {}).map(([name, field]) => {
    if (typeof field === 'boolean') throw new Error(`The field “${name}” of the settings has no schema.`);
    return [name, field];
  });

/** One line for a short value, so that it reads as what one would type. */
const valueText = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(valueText).join(', ')}]` : JSON.stringify(value);

const fieldLines = (name: string, field: Schema, indent: string): readonly string[] => {
  const comment = commentLines(field.description ?? '', indent);
  if (field.properties !== undefined)
    return [...comment, `${indent}"${name}": {`, ...objectLines(field, `${indent}  `), `${indent}},`];
  // What has no default is shown as a comment: with two strokes less it is a setting.
  const isDefault = field.default !== undefined;
  const value: unknown = isDefault ? field.default : field.examples?.[0];
  if (value === undefined) throw new Error(`The field “${name}” of the settings has neither default nor example.`);
  return [...comment, `${indent}${isDefault || name === '$schema' ? '' : '// '}"${name}": ${valueText(value)},`];
};

const objectLines = (object: Schema, indent: string): readonly string[] =>
  fieldsOf(object).flatMap(([name, field], index) => [
    ...(index === 0 ? [] : ['']),
    ...fieldLines(name, field, indent),
  ]);

const HEAD = [
  '// The settings of a kiosk, each with its default. Copy this file to site.json in the data folder, or',
  '// name it with --site, and change what you need; what you leave out has its default. JSON with',
  '// comments: texts stand between straight quotation marks, and a comma after the last item does no harm.',
  '// A mistake is named when the kiosk starts; until it is mended, the settings that were right last hold.',
];

/** The example: every setting with its meaning, its range and its default. */
export const settingsExampleText = (): string => [...HEAD, '{', ...objectLines(schema, '  '), '}', ''].join('\n');

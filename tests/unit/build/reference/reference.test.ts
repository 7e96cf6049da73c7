import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { referenceFiles } from '../../../../build/reference/reference-files.ts';
import { defaultSettings, parseSettings, siteSettingsSchema } from '../../../../electron/host/settings.ts';

const folder = join(import.meta.dirname, '../../../../electron/reference');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('what technicians look up', () => {
  test.each(referenceFiles)('electron/reference/$name says what the kiosk’s own tables say now', ({ name, text }) => {
    expect(read(name), 'run “node build/reference/cli.ts”').toBe(text());
  });

  test('nothing else lies there', () => {
    expect(readdirSync(folder).toSorted()).toEqual(referenceFiles.map(({ name }) => name).toSorted());
  });
});

describe('O1 · the example of the settings', () => {
  const example = read('site.example.jsonc');

  test('is a right settings file, and changes nothing', () => {
    const { settings, problems } = parseSettings(example, 'site.example.jsonc');
    expect(problems).toEqual([]);
    expect(settings).toEqual({ ...defaultSettings, $schema: './site.schema.json' });
  });

  test('what it shows without setting it is right as well', () => {
    const all = example.replace(/^( *)\/\/ (")/gm, '$1$2');
    expect(all).not.toBe(example);
    expect(parseSettings(all, 'site.example.jsonc').problems).toEqual([]);
  });
});

interface Field {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly [bound: string]: unknown;
}

const leavesOf = (field: Field, path = ''): readonly (readonly [string, Field])[] =>
  field.properties === undefined
    ? [[path, field]]
    : Object.entries(field.properties).flatMap(([name, child]) =>
        leavesOf(child, path === '' ? name : `${path}.${name}`),
      );

const bounds = ['minimum', 'maximum', 'maxLength', 'maxItems'] as const;

test.each(leavesOf(z.toJSONSchema(siteSettingsSchema, { io: 'input' }) as Field))(
  'O1 · %s is documented with its range',
  (_path, field) => {
    expect(field.description).toMatch(/\w{3}/);
    // A language tag or a key is as long as such a name is: nobody has to know where that ends.
    const isName = typeof field['pattern'] === 'string' && !field['pattern'].includes('Cc');
    for (const bound of isName ? [] : bounds.filter((name) => name in field))
      expect(field.description).toMatch(new RegExp(`\\b${String(field[bound])}\\b`));
  },
);

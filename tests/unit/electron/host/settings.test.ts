import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  defaultSettings,
  loadSettings,
  parseSettings,
  pixelsPerMm,
  siteSettingsSchema,
} from '../../../../electron/host/settings.ts';
import { temporaryFolder } from '../kiosk-fixture.ts';
import { fc, test as property } from '../property.ts';

describe('O1 · one settings file', () => {
  test('no file is no mistake', async () => {
    expect(await loadSettings(undefined)).toEqual({ settings: defaultSettings, problems: [] });
  });

  test('an empty object is a working kiosk', () => {
    expect(parseSettings('{}', 'site.json')).toEqual({ settings: defaultSettings, problems: [] });
    expect(pixelsPerMm(defaultSettings)).toBeCloseTo(102.5 / 25.4);
  });

  test('a right file is taken, with a byte-order mark too', () => {
    const text = '\uFEFF{"hospitalName":"St Example","screen":{"pixelsPerInch":96},"language":"cy"}';
    const { settings, problems } = parseSettings(text, 'site.json');
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ hospitalName: 'St Example', screen: { pixelsPerInch: 96 }, language: 'cy' });
  });

  test('every mistake is named by its path, and the kiosk starts on defaults', () => {
    const text = JSON.stringify({
      hospitalName: '',
      deskDirections: 'Line one\nline two',
      screen: { pixelsPerInch: '102', colour: 1 },
      hospitalNme: 'typo',
      language: 'English!',
    });
    const { settings, problems } = parseSettings(text, 'site.json');
    expect(settings).toEqual(defaultSettings);
    expect(problems.map(({ path }) => path).toSorted()).toEqual([
      'deskDirections',
      'hospitalName',
      'hospitalNme',
      'language',
      'screen.colour',
      'screen.pixelsPerInch',
    ]);
    for (const { message } of problems) expect(message).toMatch(/take|correct/);
  });

  test.each([39.9, 400.1, -1, 0, 1e9])('%d pixels per inch are out of range', (pixelsPerInch) => {
    const { problems } = parseSettings(JSON.stringify({ screen: { pixelsPerInch } }), 'site.json');
    expect(problems).toMatchObject([{ path: 'screen.pixelsPerInch' }]);
  });

  test.each(['', '{', '{"hospitalName": "x",}', 'null', '[]', '"x"', '1'])(
    'the text %j is named by its file',
    (text) => {
      const { settings, problems } = parseSettings(text, 'site.json');
      expect(settings).toEqual(defaultSettings);
      expect(problems).toMatchObject([{ path: 'site.json' }]);
    },
  );

  test('a file that is missing, a folder or far too large is named', async () => {
    const folder = await temporaryFolder();
    const large = join(folder, 'large.json');
    await writeFile(large, `{"hospitalName":"${'x'.repeat(70_000)}"}`);
    for (const file of [join(folder, 'absent.json'), folder, large]) {
      const { settings, problems } = await loadSettings(file);
      expect(settings).toEqual(defaultSettings);
      expect(problems).toMatchObject([{ path: file }]);
    }
  });

  test('every field is documented, and a JSON Schema can be made', () => {
    const schema = z.toJSONSchema(siteSettingsSchema, { io: 'input' }) as {
      properties: Record<string, { description?: string }>;
    };
    for (const [name, field] of Object.entries(schema.properties)) expect(field.description, name).toMatch(/\w{3}/);
  });

  property.prop([fc.oneof(fc.json(), fc.string())], 1000)(
    'any text gives settings, and defaults when it is wrong',
    (text) => {
      const { settings, problems } = parseSettings(text, 'site.json');
      expect(siteSettingsSchema.safeParse(settings).success).toBe(true);
      if (problems.length > 0) expect(settings).toEqual(defaultSettings);
    },
  );

  property.prop(
    [fc.constantFrom('hospitalName', 'deskDirections', 'language', 'screen', '__proto__'), fc.jsonValue()],
    1000,
  )('any value in any field is taken or named', (field, value) => {
    const { problems } = parseSettings(`{${JSON.stringify(field)}:${JSON.stringify(value)}}`, 'site.json');
    for (const { path } of problems) expect(path.startsWith(field)).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import {
  defaultSettings,
  parseSettings,
  pixelsPerMm,
  siteSettingsSchema,
  tellProblem,
} from '../../../../electron/host/settings.ts';
import { fc, test as property } from '../property.ts';

describe('O1 · one settings file', () => {
  test('an empty object is a working kiosk', () => {
    expect(parseSettings('{}', 'site.json')).toMatchObject({ settings: defaultSettings, problems: [] });
    expect(pixelsPerMm(defaultSettings.screen)).toBeCloseTo(102.5 / 25.4);
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

  test('comments and a comma after the last item are allowed', () => {
    const text =
      '// Ward 3\n{\n  "hospitalName": "St Example", // as on the letters\n  /* soon: */ "languages": ["cy",],\n}\n';
    const { settings, problems } = parseSettings(text, 'site.json');
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ hospitalName: 'St Example', languages: ['cy'] });
  });

  test.each([
    ['{\n  "hospitalName": "A"\n  "language": "cy"\n}', { line: 3, column: 3 }, /comma/],
    ['{\n  "hospitalName": “A”\n}', { line: 2, column: 19 }, /straight quotation marks/],
    ['{\n  "hospitalName": "A\n}', { line: 2, column: 19 }, /has no end|line break/],
    ['{ "language": "cy"', { line: 1, column: 19 }, /closing \}/],
    ['{} {}', { line: 1, column: 4 }, /after the end/],
    ['{\n  "screen": {\n    "pixelsPerInch": 1\n  }\n}', { line: 3, column: 22 }, />=40/],
    ['{\n  "hospitalNme": "A"\n}', { line: 2, column: 18 }, /no such setting/],
    ['{ "language": "cy",\n  "language": "en-GB" }', { line: 2, column: 3 }, /twice/],
    ['{ "screen": { "pixelsPerInch": 96,\n"pixelsPerInch": 97 } }', { line: 2, column: 1 }, /twice/],
    ['{ "languages": ["cy", "cy"] }', { line: 1, column: 16 }, /named twice/],
  ])('%j is told with its line and column', (text, place, message) => {
    const { settings, problems } = parseSettings(text, 'site.json');
    expect(settings).toEqual(defaultSettings);
    expect(problems[0]).toMatchObject({ place, message: expect.stringMatching(message) as unknown });
    expect(problems.map(tellProblem)[0]).toContain(`(line ${String(place.line)}, column ${String(place.column)}).`);
  });

  test('brackets thousands deep are told, and nothing breaks', () => {
    const { problems } = parseSettings('['.repeat(60_000), 'site.json');
    expect(problems).toMatchObject([{ path: 'site.json' }]);
  });

  test.each([
    'https://content.example.org/',
    'https://example.org:8443/a/b',
    'http://127.0.0.1:8080/',
    'http://localhost/x',
  ])('B2 · content may come from %s', (address) => {
    expect(parseSettings(JSON.stringify({ content: { address } }), 'site.json').problems).toEqual([]);
  });

  test.each([
    'http://content.example.org/',
    'https://user@example.org/',
    'https://example.org/?v=1',
    'https://example.org/#now',
    'file:///srv/content',
    'content.example.org',
    '',
  ])('B2 · content does not come from “%s”, and the mend is said', (address) => {
    const { problems } = parseSettings(JSON.stringify({ content: { address } }), 'site.json');
    expect(problems).toMatchObject([
      { path: 'content.address', message: expect.stringContaining('https address') as unknown },
    ]);
  });

  test('B2 · a folder of content is named by its whole path', () => {
    expect(parseSettings('{"content":{"folder":"/srv/content"}}', 'site.json').problems).toEqual([]);
    expect(parseSettings('{"content":{"folder":"content"}}', 'site.json').problems).toMatchObject([
      { path: 'content.folder', message: expect.stringContaining('whole path') as unknown },
    ]);
  });

  test.each(['', '{', '{"hospitalName": "x",,}', 'null', '[]', '"x"', '1'])(
    'the text %j is named by its file',
    (text) => {
      const { settings, problems } = parseSettings(text, 'site.json');
      expect(settings).toEqual(defaultSettings);
      expect(problems[0]).toMatchObject({ path: 'site.json' });
    },
  );

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

  // A right file with a slip of the hand anywhere: something left out, doubled or struck by mistake.
  const right = JSON.stringify({ ...defaultSettings, hospitalName: 'St Example' }, null, 2);
  property.prop([fc.nat(right.length), fc.nat(4), fc.string({ unit: 'binary', maxLength: 3 })], 2000)(
    'a file with a slip anywhere is taken, or its mistakes are told with their places',
    (at, length, struck) => {
      const text = right.slice(0, at) + struck + right.slice(at + length);
      const { settings, problems } = parseSettings(text, 'site.json');
      expect(siteSettingsSchema.safeParse(settings).success).toBe(true);
      const lines = text.split('\n');
      for (const { place, message } of problems) {
        expect(message).toMatch(/\w{3}/);
        if (place !== undefined) expect(lines[place.line - 1]?.length).toBeGreaterThanOrEqual(place.column - 1);
      }
      if (problems.length > 0) expect({ ...settings, content: defaultSettings.content }).toEqual(defaultSettings);
    },
  );

  const fields = Object.keys(siteSettingsSchema.shape);
  const wrongKinds = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>([], {}, [[]], -1, 1e308, '', '\u202e', null));
  property.prop([fc.dictionary(fc.oneof(fc.constantFrom(...fields), fc.string()), wrongKinds)], 2000)(
    'fields of every wrong kind, many at once, are each told by name',
    (file) => {
      const { settings, problems } = parseSettings(JSON.stringify(file), 'site.json');
      expect(siteSettingsSchema.safeParse(settings).success).toBe(true);
      const wrong = Object.keys(file).filter((name) => !fields.includes(name));
      const told = problems.map(({ path }) => path);
      for (const name of wrong) expect(told).toContain(name === '' ? 'site.json' : name);
      if (problems.length > 0) expect(settings).toEqual(defaultSettings);
    },
  );
});

import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeAtomically } from '../../../../electron/host/disk/atomic-file.ts';
import {
  changeSettings,
  loadSettings,
  SettingsError,
  settingsPlaceOf,
} from '../../../../electron/host/settings-file.ts';
import { defaultSettings, parseSettings } from '../../../../electron/host/settings.ts';
import { newKey } from '../bundle-fixture.ts';
import { faultyDisk, fullDisk, readOnlyDisk } from '../faulty-disk.ts';
import { temporaryFolder } from '../kiosk-fixture.ts';

const keyText = (): string => newKey().trusted.key.export({ format: 'der', type: 'spki' }).toString('base64');

const open = async (text?: string) => {
  const folder = await temporaryFolder();
  const siteFile = join(folder, 'site.json');
  const dataDir = join(folder, 'data');
  const place = settingsPlaceOf({ siteFile, dataDir });
  const write = (changed: string): Promise<void> => writeFile(siteFile, changed);
  if (text !== undefined) await write(text);
  return { folder, siteFile, dataDir, place, write, lastGoodFile: join(dataDir, 'site.last-good.json') };
};

describe('O1 · where the settings are', () => {
  test('a kiosk without settings is no mistake', async () => {
    const none = { settings: defaultSettings, problems: [], runsOn: 'defaults' };
    expect(await loadSettings(undefined)).toEqual(none);
    expect(await loadSettings(settingsPlaceOf({ dataDir: await temporaryFolder() }))).toEqual(none);
    expect(settingsPlaceOf({})).toBeUndefined();
  });

  test('a file in the data folder needs no naming', async () => {
    const dataDir = await temporaryFolder();
    await writeFile(join(dataDir, 'site.json'), '{"hospitalName":"St Example"}');
    expect(await loadSettings(settingsPlaceOf({ dataDir }))).toMatchObject({
      settings: { hospitalName: 'St Example' },
      runsOn: 'file',
    });
  });

  test('a file that is missing, a folder or far too large is named', async () => {
    const folder = await temporaryFolder();
    const large = join(folder, 'large.json');
    await writeFile(large, `{"hospitalName":"${'x'.repeat(70_000)}"}`);
    for (const file of [join(folder, 'absent.json'), folder, large]) {
      const { settings, problems } = await loadSettings(settingsPlaceOf({ siteFile: file }));
      expect(settings).toEqual(defaultSettings);
      expect(problems).toMatchObject([{ path: file }]);
    }
  });
});

describe('O1 · the copy of the settings that were right last', () => {
  test('a kiosk whose file is broken runs on it, and each mistake is named', async () => {
    const site = await open('{ "hospitalName": "St Example" } // as it was');
    expect(await loadSettings(site.place)).toMatchObject({ runsOn: 'file', problems: [] });
    expect(await readFile(site.lastGoodFile, 'utf8')).toContain('// as it was');
    await site.write('{ "hospitalName": 7, "languag": "cy" }');
    const { settings, problems, runsOn } = await loadSettings(site.place);
    expect(settings.hospitalName).toBe('St Example');
    expect(problems.map(({ path }) => path)).toEqual(['hospitalName', 'languag']);
    expect(runsOn).toBe('last-good');
  });

  test('it serves when the file is gone, cut off or replaced by a folder', async () => {
    const site = await open('{ "hospitalName": "St Example" }');
    await loadSettings(site.place);
    for (const spoil of [
      () => site.write('{ "hospitalName": "St Exa'),
      () => site.write(''),
      () =>
        writeAtomically(
          site.siteFile,
          '\0'.repeat(500),
          0o644,
          faultyDisk('', () => false),
        ),
    ]) {
      await spoil();
      const { settings, runsOn, problems } = await loadSettings(site.place);
      expect([settings.hospitalName, runsOn]).toEqual(['St Example', 'last-good']);
      expect(problems).not.toEqual([]);
    }
    const { rm } = await import('node:fs/promises');
    await rm(site.siteFile);
    expect(await loadSettings(site.place)).toMatchObject({ runsOn: 'last-good', problems: [{ path: site.siteFile }] });
    await mkdir(site.siteFile);
    expect(await loadSettings(site.place)).toMatchObject({ runsOn: 'last-good', problems: [{ path: site.siteFile }] });
  });

  test('when both are broken the kiosk runs on defaults, and the mistakes of both are told', async () => {
    const site = await open('{ "hospitalName": "St Example" }');
    await loadSettings(site.place);
    await site.write('{ "hospitalName": 7 }');
    await writeFile(site.lastGoodFile, '{ "language": 8 }');
    const { settings, problems, runsOn } = await loadSettings(site.place);
    expect(settings).toEqual(defaultSettings);
    expect(runsOn).toBe('defaults');
    expect(problems.map(({ path }) => path)).toEqual(['hospitalName', `${site.lastGoodFile}: language`]);
  });

  test('B1 · pinned keys hold through every slip: the file’s own where they are right, else those of the copy', async () => {
    const [first, second] = [keyText(), keyText()];
    const pinning = (key: string, more = ''): string => `{ "content": { "trustedKeys": ["${key}"] }${more} }`;
    const site = await open(pinning(first));
    await loadSettings(site.place);
    const keys = async (text: string): Promise<readonly string[]> => {
      await site.write(text);
      const { settings, problems } = await loadSettings(site.place);
      expect(problems).not.toEqual([]);
      return settings.content.trustedKeys;
    };
    expect(await keys(pinning(second, ', "hospitalName": 7'))).toEqual([second]);
    expect(await keys(pinning(second, ',, "hospitalName": "A"'))).toEqual([second]);
    expect(await keys(pinning('nonsense'))).toEqual([first]);
    expect(await keys('{ "content": { "trustedKeys": [')).toEqual([first]);
    expect(await keys('{ "hospitalName": 7 }')).toEqual([first]);
    expect(await keys('')).toEqual([first]);
  });

  test('a full or read-only disk keeps no copy; the kiosk starts all the same and says so', async () => {
    for (const [disk, code] of [
      [fullDisk(), 'ENOSPC'],
      [readOnlyDisk(), 'EROFS'],
    ] as const) {
      const site = await open('{ "hospitalName": "St Example" }');
      const { settings, problems, runsOn, notKept } = await loadSettings(site.place, disk);
      expect([settings.hospitalName, problems, runsOn, notKept]).toEqual(['St Example', [], 'file', code]);
      expect(await readdir(site.dataDir).catch(() => [])).toEqual([]);
    }
  });
});

describe('D2, O1 · changing some settings', () => {
  const text = `// Ward 3
{
  "hospitalName": "St Example", // as on the letters
  "screen": {
    /* measured */
    "pixelsPerInch": 96, // by hand
  },
}
`;
  const finer = [{ path: ['screen', 'pixelsPerInch'], value: 101.5 }];

  test('keeps comments, order and all other fields', async () => {
    const { siteFile } = await open(text);
    expect((await changeSettings(siteFile, finer)).screen.pixelsPerInch).toBe(101.5);
    expect(await readFile(siteFile, 'utf8')).toBe(text.replace('96', '101.5'));
  });

  test('adds a field without coming between another and its comment', async () => {
    const { siteFile } = await open(text);
    await changeSettings(siteFile, [{ path: ['deskDirections'], value: 'By the door.' }]);
    const changed = await readFile(siteFile, 'utf8');
    for (const line of text.split('\n').slice(2)) expect(changed).toContain(line);
    expect(parseSettings(changed, siteFile).settings.deskDirections).toBe('By the door.');
  });

  test('makes a file where there is none, with the folder it needs', async () => {
    const { dataDir } = await open();
    const file = join(dataDir, 'site.json');
    await changeSettings(file, finer);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ screen: { pixelsPerInch: 101.5 } });
  });

  test.each([
    ['values out of range', text, [{ path: ['screen', 'pixelsPerInch'], value: 1 }]],
    ['a field that is none', text, [{ path: ['screen', 'colour'], value: 1 }]],
    ['a file with a mistake', '{ "hospitalName": 7 }', finer],
    ['a file that is cut off', '{ "hospitalName": "A', finer],
  ])('refuses %s, and leaves the file', async (_what, before, changes) => {
    const { siteFile } = await open(before);
    await expect(changeSettings(siteFile, changes)).rejects.toThrow(SettingsError);
    expect(await readFile(siteFile, 'utf8')).toBe(before);
  });

  test('a disk that fails at any call leaves the old file or the new, never a part, and nothing beside it', async () => {
    const after = text.replace('96', '101.5');
    let outcome = 'failed';
    for (let failing = 1; outcome === 'failed'; failing += 1) {
      const { siteFile, folder } = await open(text);
      let calls = 0;
      const disk = faultyDisk('EIO', () => (calls += 1) === failing);
      outcome = await changeSettings(siteFile, finer, disk).then(
        () => 'changed',
        () => 'failed',
      );
      expect([text, after]).toContain(await readFile(siteFile, 'utf8'));
      expect(await readdir(folder)).toEqual(['site.json']);
      // What fails first is looking whether there is a link, and that may fail: the walk goes on.
      if (calls >= failing) outcome = 'failed';
    }
    expect(outcome).toBe('changed');
  });

  test('a link stays a link, and who may read the file stays as it was', async () => {
    const { folder, siteFile } = await open(text);
    await chmod(siteFile, 0o640);
    const link = join(folder, 'link.json');
    await symlink(siteFile, link);
    await changeSettings(link, finer);
    expect(await readFile(siteFile, 'utf8')).toContain('101.5');
    expect(((await stat(siteFile)).mode & 0o777).toString(8)).toBe('640');
    expect((await readdir(folder)).toSorted()).toEqual(['link.json', 'site.json']);
  });
});

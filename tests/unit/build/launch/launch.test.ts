import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { chooseShell, type Surroundings } from '../../../../build/launch/choose-shell.ts';
import { installedElectron, obtainElectron } from '../../../../build/launch/electron-runtime.ts';
import { parseOptions } from '../../../../build/launch/options.ts';
import { type Part, placeOf } from '../../../../build/launch/places.ts';
import { electronArguments } from '../../../../build/launch/run-electron.ts';
import { parseShellArguments } from '../../../../electron/shell/arguments.ts';
import { temporaryFolder, writeFiles } from '../../electron/kiosk-fixture.ts';

describe('the options of npm start', () => {
  const parse = (...argv: readonly string[]) => parseOptions(argv, '/home/someone');

  test('none are needed', () => {
    expect(parse()).toEqual({
      kind: 'run',
      options: {
        shell: undefined,
        port: 0,
        windowed: false,
        size: undefined,
        bundleDir: undefined,
        dataDir: undefined,
        siteFile: undefined,
        calibrate: false,
      },
    });
  });

  test('all can be given, and relative paths are meant from where npm was called', () => {
    const parsed = parse(
      ...['--shell', 'browser', '--port', '4000', '--size', '1080x1920'],
      ...['--bundle', 'b', '--data', '/d', '--site', '../site.json', '--calibrate'],
    );
    expect(parsed).toMatchObject({
      options: {
        shell: 'browser',
        port: 4000,
        windowed: true,
        size: { width: 1080, height: 1920 },
        bundleDir: '/home/someone/b',
        dataDir: '/d',
        siteFile: '/home/site.json',
        calibrate: true,
      },
    });
  });

  test.each([
    [['--port', '0'], '--port'],
    [['--port', '65536'], '--port'],
    [['--port', 'http'], '65535'],
    [['--port', '-1'], '--port'],
    [['--port'], '--port'],
    [['--shell', 'firefox'], 'electron, browser, serve'],
    [['--size', '1080'], '1080x1920'],
    [['--size', '1080x'], '--size'],
    [['--data', ''], '--data'],
    [['--wndowed'], '--windowed'],
    [['serve'], 'serve'],
  ])('%j is named with its mend', (argv, named) => {
    const parsed = parse(...argv);
    expect(parsed).toMatchObject({ kind: 'exit', code: 2 });
    expect(parsed.kind === 'exit' ? parsed.text : '').toContain(named);
    expect(parsed.kind === 'exit' ? parsed.text : '').toContain('--help');
  });

  test('help names every option', () => {
    const parsed = parse('--help');
    expect(parsed).toMatchObject({ kind: 'exit', code: 0 });
    for (const option of ['--shell', '--port', '--windowed', '--size', '--bundle', '--data', '--site', '--help'])
      expect(parsed.kind === 'exit' ? parsed.text : '').toContain(option);
  });
});

describe('which shell runs', () => {
  const around = (changes: Partial<Surroundings>): Surroundings => ({
    hasDisplay: true,
    mayFetch: true,
    electron: () => Promise.resolve(undefined),
    browser: () => undefined,
    ...changes,
  });
  const electron = () => Promise.resolve('/electron');
  const browser = () => '/chromium';

  test('Electron when it can', async () => {
    expect(await chooseShell(undefined, around({ electron, browser }))).toMatchObject({ shell: 'electron' });
  });

  test('else a browser, saying why', async () => {
    expect(await chooseShell(undefined, around({ browser }))).toEqual({
      shell: 'browser',
      program: '/chromium',
      why: 'Electron’s runtime is not here and could not be fetched',
    });
  });

  test('else the address alone, with what to install', async () => {
    const choice = await chooseShell(undefined, around({}));
    expect(choice).toMatchObject({ shell: 'serve', why: expect.stringContaining('Install Chromium') as unknown });
  });

  test('without a display nothing is fetched or looked for', async () => {
    const asked = vi.fn(electron);
    const choice = await chooseShell(undefined, around({ hasDisplay: false, electron: asked }));
    expect(choice).toMatchObject({ shell: 'serve', why: expect.stringContaining('no display') as unknown });
    expect(asked).not.toHaveBeenCalled();
  });

  test('the one asked for, or what hinders it', async () => {
    expect(await chooseShell('browser', around({ electron, browser }))).toMatchObject({ shell: 'browser' });
    expect(await chooseShell('serve', around({ hasDisplay: false }))).toMatchObject({ shell: 'serve' });
    for (const asked of ['electron', 'browser'] as const) {
      expect(await chooseShell(asked, around({ hasDisplay: false, electron, browser }))).toMatchObject({
        shell: 'none',
        message: expect.stringContaining('--shell serve') as unknown,
      });
      expect(await chooseShell(asked, around({}))).toMatchObject({
        shell: 'none',
        message: expect.stringMatching(asked === 'electron' ? /--shell browser/ : /ALONGSIDE_BROWSER/) as unknown,
      });
    }
  });
});

describe('Electron’s runtime', () => {
  const packageWith = async (version: string | undefined): Promise<string> => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'package.json': '{"version":"45.4.1"}' });
    if (version !== undefined)
      await writeFiles(folder, { 'dist/version': version, 'path.txt': 'electron', 'dist/electron': '' });
    return folder;
  };
  const say = () => undefined;
  const now = Date.now;

  test('it is here when program and version are', async () => {
    const folder = await packageWith('v45.4.1');
    expect(await installedElectron(folder)).toBe(join(folder, 'dist', 'electron'));
    expect(await installedElectron(await packageWith('44.0.0'))).toBeUndefined();
    expect(await installedElectron(await packageWith(undefined))).toBeUndefined();
    expect(await installedElectron('/nowhere')).toBeUndefined();
  });

  test('it is fetched once; a failure is remembered for a day', async () => {
    const packageDir = await packageWith(undefined);
    const failureFile = join(packageDir, 'out', 'failed.txt');
    const install = vi.fn(() => Promise.resolve());
    const obtain = () => obtainElectron({ packageDir, failureFile, say, now, install });
    expect(await obtain()).toBeUndefined();
    expect(await obtain()).toBeUndefined();
    expect(install).toHaveBeenCalledTimes(1);
    await utimes(failureFile, 0, 0);
    install.mockImplementationOnce(() =>
      writeFiles(packageDir, { 'dist/version': '45.4.1', 'path.txt': 'electron', 'dist/electron': '' }),
    );
    expect(await obtain()).toBe(join(packageDir, 'dist', 'electron'));
    expect(install).toHaveBeenCalledTimes(2);
  });

  test('with --data it is not fetched', async () => {
    const install = vi.fn(() => Promise.resolve());
    const packageDir = await packageWith(undefined);
    expect(await obtainElectron({ packageDir, failureFile: undefined, say, now, install })).toBeUndefined();
    expect(install).not.toHaveBeenCalled();
  });

  test('what the launcher says is what the shell hears', () => {
    const run = {
      program: '/electron',
      mainFile: '/out/electron/main.js',
      appDir: '/a b/app',
      bundleDir: '/bundle',
      dataDir: '/data',
      siteFile: '/site.json',
      calibrate: true,
      windowed: true,
      size: { width: 1366, height: 768 },
      isRoot: true,
    };
    const { appDir, bundleDir, dataDir, siteFile, calibrate } = run;
    const defaults = { appDir: '', bundleDir: '', dataDir: '' };
    expect(parseShellArguments(electronArguments(run), defaults)).toEqual({
      ...{ appDir, bundleDir, dataDir, siteFile, calibrate },
      choice: { windowed: true, size: run.size },
    });
    expect(electronArguments({ ...run, isRoot: false })).not.toContain('--no-sandbox');
    expect(parseShellArguments(['main.js', '--type=x', '--size=huge'], { ...defaults, appDir: '/app' })).toEqual({
      ...{ appDir: '/app', bundleDir: '', dataDir: '', siteFile: undefined, calibrate: false },
      choice: { windowed: false, size: undefined },
    });
  });
});

describe('where built parts are', () => {
  /** A part that is current where a file `current` lies. */
  const part = (changes: Partial<Part> = {}): Part => ({
    name: 'The part',
    folder: 'part',
    isCurrent: async (dir) => (await import('node:fs')).existsSync(join(dir, 'current')),
    build: async (dir) => {
      await mkdir(dir, { recursive: true });
      await writeFile(join(dir, 'current'), '');
    },
    ...changes,
  });

  test('what is current in out/ is used; what is not is built, with --data below it', async () => {
    const folder = await temporaryFolder();
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const outDir = join(folder, 'out');
    const dataDir = join(folder, 'data');
    expect(await placeOf(part(), { outDir, dataDir, say })).toBe(join(dataDir, 'build', 'part'));
    expect(await placeOf(part(), { outDir, dataDir, say })).toBe(join(dataDir, 'build', 'part'));
    expect(said).toHaveLength(1);
    expect(await placeOf(part(), { outDir, dataDir: undefined, say })).toBe(join(outDir, 'part'));
    expect(said).toHaveLength(2);
    expect(await placeOf(part(), { outDir, dataDir, say })).toBe(join(outDir, 'part'));
    expect(said).toHaveLength(2);
  });

  test('L6 · a part that cannot be built is said so, and the kiosk goes on', async () => {
    const said: string[] = [];
    const broken = part({
      isCurrent: () => Promise.reject(new Error('unreadable')),
      build: () => Promise.reject(new Error('content/en/pages/x.md:3:1: no title')),
    });
    const outDir = await temporaryFolder();
    expect(await placeOf(broken, { outDir, dataDir: undefined, say: (line) => void said.push(line) })).toBe(
      join(outDir, 'part'),
    );
    expect(said.at(-1)).toBe('The part: not built. content/en/pages/x.md:3:1: no title');
  });
});

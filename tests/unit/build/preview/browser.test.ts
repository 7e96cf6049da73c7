import { existsSync } from 'node:fs';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserArguments } from '../../../../build/preview/browser-flags.ts';
import { openBrowser } from '../../../../build/preview/browser.ts';
import { findBrowser } from '../../../../build/preview/find-browser.ts';
import { temporaryFolder } from '../../electron/kiosk-fixture.ts';

describe('finding a browser', () => {
  const find = (platform: NodeJS.Platform, env: Record<string, string>, ...files: readonly string[]) =>
    findBrowser({ platform, env, isFile: (path) => files.includes(path) });

  test('on Linux along PATH, Chromium before Chrome before Edge', () => {
    const env = { PATH: '/usr/local/bin:relative::/usr/bin' };
    expect(find('linux', env, '/usr/bin/chromium', '/usr/local/bin/google-chrome')).toBe('/usr/bin/chromium');
    expect(find('linux', env, '/usr/bin/microsoft-edge')).toBe('/usr/bin/microsoft-edge');
    expect(find('linux', env, 'relative/chromium')).toBeUndefined();
    expect(find('linux', {})).toBeUndefined();
  });

  test('on Windows in the program folders', () => {
    const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(find('win32', env, edge)).toBe(edge);
  });

  test('on macOS among the applications', () => {
    const chrome = '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(find('darwin', { HOME: '/Users/me' }, chrome)).toBe(chrome);
  });

  test('the one that is named wins, and none takes its place', () => {
    const env = { PATH: '/usr/bin', ALONGSIDE_BROWSER: '/opt/chrome' };
    expect(find('linux', env, '/usr/bin/chromium', '/opt/chrome')).toBe('/opt/chrome');
    expect(find('linux', env, '/usr/bin/chromium')).toBeUndefined();
  });
});

describe('a browser’s command line', () => {
  const choice = { url: 'http://127.0.0.1:1/', profileDir: '/p', windowed: false, size: undefined, isRoot: false };

  test('L1 · the whole screen, or a bare window of the size that was asked for', () => {
    expect(browserArguments(choice)).toEqual(expect.arrayContaining(['--kiosk', choice.url]));
    const windowed = browserArguments({ ...choice, windowed: true, size: { width: 1366, height: 768 } });
    expect(windowed).toEqual(expect.arrayContaining([`--app=${choice.url}`, '--window-size=1366,768']));
    expect(windowed).not.toContain('--kiosk');
  });

  test('the sandbox is off for root alone', () => {
    expect(browserArguments(choice)).not.toContain('--no-sandbox');
    expect(browserArguments({ ...choice, isRoot: true })).toContain('--no-sandbox');
  });

  test('L3, L4, R8 · no network, no pinch, no swipe, no sound by itself', () => {
    const line = browserArguments(choice).join('\n');
    expect(line).toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
    expect(line).toContain('--disable-pinch');
    expect(line).toContain('OverscrollHistoryNavigation');
    expect(line).toContain('--autoplay-policy=document-user-activation-required');
  });
});

describe.skipIf(process.platform === 'win32')('a browser’s life', () => {
  const crashed = (): void => undefined;
  const choice = { url: 'http://127.0.0.1:1/', windowed: false, size: undefined, isRoot: false, crashed };

  /** A stand-in for a browser: it writes into the profile it is given and runs as the script says. */
  const program = async (script: string): Promise<string> => {
    const file = join(await temporaryFolder(), 'browser');
    await writeFile(
      file,
      `#!/bin/sh\nfor a in "$@"; do case "$a" in --user-data-dir=*) p="\${a#*=}";; esac; done\necho x > "$p/history"\n${script}\n`,
    );
    await chmod(file, 0o755);
    return file;
  };

  test('X5 · when it ends by itself its profile is gone', async () => {
    const dataDir = join(await temporaryFolder(), 'data');
    const browser = await openBrowser({ ...choice, dataDir, program: await program('exit 0') });
    await browser.ended;
    expect(await readdir(dataDir)).toEqual([]);
  });

  test('O3 · where the data folder cannot be written it runs all the same, and leaves nothing', async () => {
    const [folder, temporary] = [await temporaryFolder(), await temporaryFolder()];
    const { TMPDIR } = process.env;
    process.env['TMPDIR'] = temporary;
    try {
      // Below a file nothing can be made, whoever asks: root may write even to what is read-only.
      await writeFile(join(folder, 'file'), '');
      const browser = await openBrowser({ ...choice, dataDir: join(folder, 'file'), program: await program('exit 0') });
      expect(await browser.ended).toBe(0);
      expect((await readdir(temporary)).filter((name) => name.includes('profile'))).toEqual([]);
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    }
  });

  test('X5 · when it is closed it ends with its helpers, and its profile is gone', async () => {
    const dataDir = await temporaryFolder();
    const alive = join(await temporaryFolder(), 'alive');
    const script = `sh -c 'trap "" TERM; while :; do sleep 0.05; done' & echo $! > ${alive}; sleep 60`;
    const browser = await openBrowser({ ...choice, dataDir, program: await program(script) });
    await expect.poll(() => existsSync(alive)).toBe(true);
    await browser.close();
    expect(await readdir(dataDir)).toEqual([]);
  });

  test('a program that cannot be started is an error, and leaves nothing', async () => {
    const dataDir = await temporaryFolder();
    const browser = await openBrowser({ ...choice, dataDir, program: '/nowhere/browser' });
    await expect(browser.ended).rejects.toThrow(/ENOENT/);
    expect(await readdir(dataDir)).toEqual([]);
  });
});

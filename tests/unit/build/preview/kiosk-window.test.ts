import { PassThrough } from 'node:stream';
import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Browser, BrowserOptions } from '../../../../build/preview/browser.ts';
import { removeLeftProfiles } from '../../../../build/preview/browser.ts';
import { watchPages } from '../../../../build/preview/devtools-pipe.ts';
import { createWindow } from '../../../../build/preview/kiosk-window.ts';
import { temporaryFolder, writeFiles } from '../../electron/kiosk-fixture.ts';

interface Played extends Browser {
  readonly options: BrowserOptions;
  readonly calls: string[];
  readonly exit: (code: number) => void;
  readonly fail: (error: Error) => void;
}

/** A window whose browsers the test plays. */
const playing = (windowed = false) => {
  const browsers: Played[] = [];
  const lost: string[] = [];
  const window = createWindow({
    program: '/browser',
    dataDir: '/data',
    url: 'http://127.0.0.1:1/',
    size: undefined,
    isRoot: false,
    windowed,
    lost: (reason) => void lost.push(reason),
    openBrowser: (options) => {
      const { promise: ended, resolve: exit, reject: fail } = Promise.withResolvers<number>();
      const calls: string[] = [];
      const note = (call: string) => () => {
        calls.push(call);
        return Promise.resolve();
      };
      const browser = { options, calls, ended, exit, fail, kill: note('kill'), close: note('close') };
      browsers.push(browser);
      return Promise.resolve(browser);
    },
  });
  return { window, browsers, lost };
};

/** Lets everything that is already decided happen. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('L6 · the browser shell’s window', () => {
  test('opens each page in a browser of its own, and ends the one before at once', async () => {
    const { window, browsers } = playing();
    window.open('visit');
    await settle();
    window.open('resting');
    await settle();
    expect(browsers.map(({ options }) => options.url)).toEqual([
      'http://127.0.0.1:1/',
      'http://127.0.0.1:1/resting.html',
    ]);
    expect(browsers.map(({ calls }) => calls)).toEqual([['kill'], []]);
  });

  test('tells of a crash, and not of what happens to a browser that has been replaced', async () => {
    const { window, browsers, lost } = playing();
    window.open('visit');
    await settle();
    browsers[0]?.options.crashed('oom');
    expect(lost).toEqual(['oom']);
    window.open('visit');
    browsers[0]?.options.crashed('crashed');
    browsers[0]?.exit(1);
    await settle();
    expect(lost).toEqual(['oom']);
  });

  test.each([
    [1, 'browser-ended'],
    [0, 'closed'],
  ])('L1 · one that fills the screen and ends with %d is lost', async (code, reason) => {
    const { window, browsers, lost } = playing();
    window.open('visit');
    await settle();
    browsers[0]?.exit(code);
    await settle();
    expect(lost).toEqual([reason]);
  });

  test('one in a desktop may be closed, which ends the kiosk; one that crashes is lost', async () => {
    const { window, browsers, lost } = playing(true);
    window.open('visit');
    await settle();
    browsers[0]?.exit(139);
    await settle();
    expect(lost).toEqual(['browser-ended']);
    window.open('visit');
    await settle();
    browsers[1]?.exit(0);
    await window.ended;
    expect(lost).toEqual(['browser-ended']);
  });

  test('a program that cannot be started at all is an error; later it is a loss', async () => {
    const never = playing();
    never.window.open('visit');
    await settle();
    never.browsers[0]?.fail(new Error('ENOENT'));
    await expect(never.window.ended).rejects.toThrow('ENOENT');
    const { window, browsers, lost } = playing();
    window.open('visit');
    await settle();
    browsers[0]?.exit(1);
    await settle();
    window.open('visit');
    await settle();
    browsers[1]?.fail(new Error('EAGAIN'));
    await settle();
    expect(lost).toEqual(['browser-ended', 'launch-failed']);
  });

  test('what ends because the kiosk does is no loss', async () => {
    const { window, browsers, lost } = playing();
    window.open('visit');
    await settle();
    await window.close();
    browsers[0]?.exit(1);
    await settle();
    expect(browsers[0]?.calls).toEqual(['close']);
    expect(lost).toEqual([]);
  });
});

describe('L6 · what the browser tells over its pipe', () => {
  const watching = () => {
    const [to, from] = [new PassThrough(), new PassThrough()];
    const crashes: string[] = [];
    watchPages(to, from, (reason) => void crashes.push(reason));
    const created = (targetId: string, type: string): string =>
      JSON.stringify({ method: 'Target.targetCreated', params: { targetInfo: { targetId, type } } });
    const crashed = (targetId: string, status: string): string =>
      JSON.stringify({ method: 'Target.targetCrashed', params: { targetId, status } });
    return { to, from, crashes, created, crashed };
  };

  test('a page’s crash is heard, in whatever pieces it comes; that of the browser’s own surfaces is not', async () => {
    const { to, from, crashes, created, crashed } = watching();
    expect(String(to.read())).toBe('{"id":1,"method":"Target.setDiscoverTargets","params":{"discover":true}}\0');
    const messages = [
      created('P', 'page'),
      created('U', 'browser_ui'),
      'no JSON',
      crashed('U', 'killed'),
      crashed('P', 'killed'),
      crashed('P', 'oom'),
      crashed('P', 'a word that is not known'),
    ];
    for (const byte of Buffer.from(messages.map((message) => `${message}\0`).join(''))) from.write(Buffer.from([byte]));
    await settle();
    expect(crashes).toEqual(['killed', 'oom', 'crashed']);
  });

  test('a pipe that breaks is nobody’s crash', async () => {
    const { to, from, crashes } = watching();
    to.destroy(new Error('EPIPE'));
    from.destroy(new Error('ECONNRESET'));
    await settle();
    expect(crashes).toEqual([]);
  });
});

test('X5 · profiles that a killed kiosk left behind are removed, and nothing else', async () => {
  const dataDir = await temporaryFolder();
  await writeFiles(dataDir, { 'profile-a1/Default/History': 'x', 'site.json': '{}', 'journal/journal.jsonl': '' });
  await removeLeftProfiles(dataDir);
  expect((await readdir(dataDir)).toSorted()).toEqual(['journal', 'site.json']);
  await removeLeftProfiles(`${dataDir}/absent`);
});

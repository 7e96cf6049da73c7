/** The main process as it is shipped, bundled, on a stand-in for Electron. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildElectron, electronIsCurrent } from '../../../../build/app/electron.ts';
import { temporaryApp, temporaryBundle, temporaryFolder, writeFiles } from '../kiosk-fixture.ts';

type Call = readonly [name: string, ...values: unknown[]];

let outDir = '';
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'alongside-electron-'));
  await buildElectron({ outDir });
  return () => rm(outDir, { recursive: true });
}, 60_000);

const run = async (
  bundleDir: string,
  env: Readonly<Record<string, string>> = {},
  data?: string,
): Promise<readonly Call[]> => {
  const runner = join(import.meta.dirname, 'main-runner.mjs');
  const dataDir = data ?? (await temporaryFolder());
  const folders = [`--app=${await temporaryApp()}`, `--bundle=${bundleDir}`, `--data=${dataDir}`];
  const { stdout } = await promisify(execFile)(process.execPath, [runner, join(outDir, 'main.js'), ...folders], {
    env: { ...process.env, ...env },
  });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Call);
};

describe('L7 · the main process', { timeout: 30_000 }, () => {
  test('hardens itself before Electron is ready, then opens a locked visit on a session of its own', async () => {
    const calls = await run(await temporaryBundle());
    const names = calls.map(([name]) => name);
    const ready = names.indexOf('app.ready');
    for (const name of ['app.enableSandbox', 'protocol.registerSchemesAsPrivileged', 'Menu.setApplicationMenu'])
      expect(names.slice(0, ready), name).toContain(name);
    // The lock belongs to the data folder, so the folder has to be set first.
    expect(names.indexOf('app.setPath')).toBeLessThan(names.indexOf('app.requestSingleInstanceLock'));
    const window = names.indexOf('new BrowserWindow');
    expect(window).toBeGreaterThan(names.indexOf('webRequest.onBeforeRequest'));
    expect(names.indexOf('session.setPermissionRequestHandler')).toBeGreaterThan(ready);
    expect(calls.find(([name]) => name === 'locked')?.[1]).toEqual(
      expect.arrayContaining(['will-navigate', 'will-frame-navigate', 'will-redirect', 'before-input-event']),
    );
    expect(calls).toContainEqual(['loaded', 'kiosk://app/', 200]);
  });

  test('X3 · at the end of a visit the page has its answer, then a new window and session follow', async () => {
    const calls = await run(await temporaryBundle());
    const names = calls.map(([name]) => name);
    expect(calls).toContainEqual(['ended', { ok: true, value: null }]);
    expect(names.indexOf('ended')).toBeLessThan(names.lastIndexOf('new BrowserWindow'));
    expect(calls.filter(([name]) => name === 'session')).toEqual([
      ['session', 'visit-ID', { cache: false }],
      ['session', 'visit-ID', { cache: false }],
    ]);
    expect(calls).toContainEqual(['destroyed', 1]);
    expect(calls.filter(([name]) => name === 'described')).toHaveLength(2);
  });

  test('O1 · takes its settings, with comments, from the data folder', async () => {
    const data = await temporaryFolder();
    await writeFiles(data, { 'site.json': '// Ward 3\n{ "hospitalName": "St Example", }' });
    const described = (await run(await temporaryBundle(), {}, data)).find(([name]) => name === 'described');
    expect(described?.[1]).toMatchObject({ ok: true, value: { hospitalName: 'St Example' } });
  });

  test('L6 · with a bad bundle it opens all the same, resting', async () => {
    const calls = await run(await temporaryFolder());
    expect(calls).toContainEqual(['loaded', 'kiosk://app/', 503]);
    expect(calls).toContainEqual(['described', { ok: false, error: { code: 'unavailable' } }]);
  });

  test('L1 · a second instance gives way', async () => {
    const names = (await run(await temporaryBundle(), { FAKE_SECOND_INSTANCE: '1' })).map(([name]) => name);
    expect(names.at(-1)).toBe('app.quit');
    expect(names).not.toContain('new BrowserWindow');
  });
});

test('the Electron bundles know whether they are up to date', async () => {
  expect(await electronIsCurrent({ outDir })).toBe(true);
  expect(await electronIsCurrent({ outDir: await temporaryFolder() })).toBe(false);
});

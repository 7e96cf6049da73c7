/** `npm run serve` as a process of its own. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryBundle, temporaryFolder, writeFiles } from '../../electron/kiosk-fixture.ts';

const cli = join(import.meta.dirname, '..', '..', '..', '..', 'build', 'launch', 'cli.ts');

const start = (...argv: readonly string[]) => {
  const child = spawn(process.execPath, [cli, '--shell', 'serve', ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const url = /^ready (\S+)\n/.exec(out)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => {
      reject(new Error(`ended before it was ready: ${err}`));
    });
  });
  // A test that expects the end does not wait for readiness.
  ready.catch(() => undefined);
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, ready, ended, out: () => out, err: () => err };
};

const asPerson = { headers: { accept: 'text/html' } };

// The renderer is built once below the data folder where out/ does not hold it: allow for that.
describe('npm run serve', { timeout: 120_000 }, () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'it prints one line, serves, and stops on %s with exit 0',
    async (signal) => {
      const run = start('--bundle', await temporaryBundle(), '--data', await temporaryFolder());
      const url = await run.ready;
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      expect((await fetch(url, asPerson)).status).toBe(200);
      run.child.kill(signal);
      expect(await run.ended).toBe(0);
      expect(run.out()).toBe(`ready ${url}\n`);
      expect(run.err()).toMatch(/^Shell: serve, because it was asked for\.$/m);
    },
  );

  test('L6 · a bad bundle is named, and the kiosk comes up resting', async () => {
    const bundle = await temporaryBundle();
    await writeFiles(bundle, { 'en-gb/home.json': '{}' });
    const run = start('--bundle', bundle, '--data', await temporaryFolder());
    const response = await fetch(await run.ready, asPerson);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('This screen is having a rest');
    expect(run.err()).toMatch(/en-gb\/home\.json .*npm run content -- build/);
  });

  test('L6 · a bundle that is not there is the same', async () => {
    const data = await temporaryFolder();
    const run = start('--bundle', join(data, 'absent'), '--data', data);
    expect((await fetch(await run.ready, asPerson)).status).toBe(503);
    expect(run.err()).toContain('manifest.json');
  });

  test('O1 · each mistake in the settings is named, and the kiosk starts on defaults', async () => {
    const data = await temporaryFolder();
    await writeFiles(data, { 'site.json': '{"hospitalName":7,"screen":{"pixelsPerInch":9},"nonsense":true}' });
    const run = start('--bundle', await temporaryBundle(), '--data', data, '--site', join(data, 'site.json'));
    expect((await fetch(await run.ready, asPerson)).status).toBe(200);
    for (const path of ['hospitalName', 'screen.pixelsPerInch', 'nonsense'])
      expect(run.err()).toContain(`Settings: ${path}: `);
  });

  test('V1 · a technician restarts it on new settings and ends it, at the screen', async () => {
    const data = await temporaryFolder();
    const run = start('--bundle', await temporaryBundle(), '--data', data);
    const url = await run.ready;
    const call = async (operation: string, request: object): Promise<unknown> => {
      const token = /content="([0-9a-f]{64})"/.exec(await (await fetch(url, asPerson)).text())?.[1] ?? '';
      const headers = { 'content-type': 'application/json', origin: url.slice(0, -1), 'x-alongside-token': token };
      const answer = await fetch(`${url}host/${operation}`, { method: 'POST', headers, body: JSON.stringify(request) });
      return ((await answer.json()) as { value?: unknown }).value;
    };
    const enter = async (): Promise<string> =>
      ((await call('enterPin', { role: 'technician', pin: '159357' })) as { token: string }).token;
    await call('choosePin', { pin: '159357' });
    expect((await stat(join(data, 'pin.json'))).mode & 0o077).toBe(0);
    await writeFiles(data, { 'site.json': '{ "hospitalName": "St Example" }' });
    await call('restart', { token: await enter() });
    // The old kiosk answers until it goes; the page would ask again just so.
    await expect
      .poll(() => call('describeKiosk', {}).catch(() => undefined), { timeout: 20_000 })
      .toMatchObject({ hospitalName: 'St Example' });
    await call('exit', { token: await enter() });
    expect(await run.ended).toBe(0);
    expect(run.out()).toBe(`ready ${url}\n`);
  });

  test('a data folder in use is named with its mend, and the exit code is 2', async () => {
    const data = await temporaryFolder();
    const bundle = await temporaryBundle();
    const first = start('--bundle', bundle, '--data', data);
    await first.ready;
    const second = start('--bundle', bundle, '--data', data);
    expect(await second.ended).toBe(2);
    expect(second.err()).toContain(`Another kiosk runs on ${data}. End it, or`);
    first.child.kill('SIGKILL');
    await first.ended;
    await start('--bundle', bundle, '--data', data).ready;
  });

  test('a port in use is named with its mend, and the exit code is 2', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String((other.address() as AddressInfo).port);
    const run = start('--port', port, '--bundle', await temporaryBundle(), '--data', await temporaryFolder());
    expect(await run.ended).toBe(2);
    expect(run.err()).toMatch(new RegExp(`Port ${port} is in use.*--port`));
    expect(run.out()).toBe('');
    other.close();
  });
});

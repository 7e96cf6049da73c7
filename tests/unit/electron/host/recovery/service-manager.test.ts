import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { limits, TICK_MS } from '../../../../../electron/host/recovery/page-life.ts';
import {
  createServiceManager,
  realServiceManagerWorld,
} from '../../../../../electron/host/recovery/service-manager.ts';
import { temporaryFolder } from '../../kiosk-fixture.ts';

const SOCKET = { NOTIFY_SOCKET: '/run/systemd/notify' };

/** A service manager's side on a clock that a test moves; `told` is what it has heard so far. */
const listening = (env: Readonly<Record<string, string>>) => {
  const told: string[] = [];
  let tick = (): void => undefined;
  let isTicking = false;
  const manager = createServiceManager({
    env,
    run: (program, [word = '']) => void told.push(`${program} ${word}`),
    every: (run, intervalMs) => {
      expect(intervalMs).toBe(TICK_MS);
      tick = run;
      isTicking = true;
      return () => {
        isTicking = false;
      };
    },
  });
  const passes = (seconds: number): void => {
    for (let ticks = 0; isTicking && ticks < (seconds * 1000) / TICK_MS; ticks += 1) tick();
  };
  /** A page that says every second that it is well. */
  const wellFor = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      manager.beat();
      passes(1);
    }
  };
  return { manager, told, passes, wellFor };
};

const READY = 'systemd-notify READY=1';
const WATCHDOG = 'systemd-notify WATCHDOG=1';

describe('L6 · the service manager', () => {
  test('hears nothing where it did not ask, and no program is run', () => {
    const { manager, told, wellFor } = listening({ WATCHDOG_USEC: '30000000' });
    wellFor(60);
    manager.stopping();
    expect(told).toEqual([]);
  });

  test('hears once that the kiosk is ready, when the page has answered and not before', () => {
    const { manager, told, passes, wellFor } = listening(SOCKET);
    manager.served('start');
    passes(60);
    expect(told).toEqual([]);
    wellFor(60);
    expect(told, 'and nothing for a watchdog that is off').toEqual([READY]);
  });

  test('hears at half the time it allows that the kiosk goes on', () => {
    const { told, wellFor } = listening({ ...SOCKET, WATCHDOG_USEC: '30000000' });
    wellFor(14);
    expect(told).toEqual([READY]);
    wellFor(2);
    expect(told).toEqual([READY, WATCHDOG]);
    wellFor(44);
    expect(told).toEqual([READY, WATCHDOG, WATCHDOG, WATCHDOG, WATCHDOG]);
  });

  test('hears no more of a page that has been silent for longer than the kiosk takes to mend it, and again after', () => {
    const { told, passes, wellFor } = listening({ ...SOCKET, WATCHDOG_USEC: '2000000' });
    wellFor(5);
    passes(((limits.silence + limits.pause + limits.opening) * TICK_MS) / 1000);
    const before = told.length;
    passes(600);
    expect(told).toHaveLength(before);
    wellFor(2);
    expect(told.length).toBeGreaterThan(before);
  });

  test('takes a kiosk that rests, and tries again by itself, for one that goes on', () => {
    const { manager, told, passes } = listening({ ...SOCKET, WATCHDOG_USEC: '60000000' });
    for (let times = 0; times < 4; times += 1) {
      manager.served('quiet');
      passes(30);
    }
    expect(told).toEqual([READY, WATCHDOG, WATCHDOG, WATCHDOG, WATCHDOG]);
  });

  test.each(['', '0', '-1', 'soon', '1e9'])('a watchdog of ‘%s’ is none', (microseconds) => {
    const { told, wellFor } = listening({ ...SOCKET, WATCHDOG_USEC: microseconds });
    wellFor(120);
    expect(told).toEqual([READY]);
  });

  test('hears last of all that the kiosk stops', () => {
    const { manager, told, wellFor } = listening({ ...SOCKET, WATCHDOG_USEC: '2000000' });
    wellFor(3);
    manager.stopping();
    wellFor(10);
    expect(told.at(-1)).toBe('systemd-notify STOPPING=1');
  });

  test.skipIf(process.platform === 'win32')('is told by the program of that name', async () => {
    const folder = await temporaryFolder();
    const heard = join(folder, 'heard');
    const standIn = join(folder, 'systemd-notify');
    await writeFile(standIn, `#!/bin/sh\necho "$NOTIFY_SOCKET $@" >> '${heard}'\n`);
    await chmod(standIn, 0o755);
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
    vi.stubEnv('NOTIFY_SOCKET', '/run/stand-in');
    onTestFinished(() => void vi.unstubAllEnvs());
    const manager = createServiceManager({ ...realServiceManagerWorld, every: () => () => undefined });
    manager.beat();
    await vi.waitFor(async () => {
      expect(await readFile(heard, 'utf8')).toBe('/run/stand-in READY=1\n');
    }, 10_000);
  });

  test('is not missed where the program is not there', async () => {
    vi.stubEnv('PATH', await temporaryFolder());
    vi.stubEnv('NOTIFY_SOCKET', '/run/stand-in');
    onTestFinished(() => void vi.unstubAllEnvs());
    const run = vi.fn(realServiceManagerWorld.run);
    createServiceManager({ ...realServiceManagerWorld, run, every: () => () => undefined }).beat();
    // An error that nobody heard would end the process, and this test with it.
    await new Promise((done) => setTimeout(done, 50));
    expect(run).toHaveBeenCalledWith('systemd-notify', ['READY=1']);
  });
});

import { rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SIGNATURE_FILE } from '../../../../content/format/manifest.ts';
import { type Background, checkInBackground } from '../../../../electron/host/background-check.ts';
import { essentialPaths } from '../../../../electron/host/bundle/essentials.ts';
import { openBundle } from '../../../../electron/host/bundle/open-bundle.ts';
import { openKiosk } from '../../../../electron/host/kiosk.ts';
import { newKey, signatureOver, siteKey } from '../bundle-fixture.ts';
import {
  BUILT_AT,
  bundleFiles,
  type FileTexts,
  manifestOf,
  recordingJournal,
  temporaryApp,
  temporaryBundle,
  temporaryFolder,
  writeFiles,
} from '../kiosk-fixture.ts';

const page = 'en-gb/pages/neuroblastoma.json';
const clip = 'audio/ab/clip.ogg';
const files = Object.keys(bundleFiles).length;

describe('B1, B5 · the whole bundle is checked while the kiosk is in use', () => {
  const check = async (folder: string, onPause: () => unknown = () => undefined) => {
    const bundle = await openBundle(folder);
    const { journal, events } = recordingJournal();
    const pauses: number[] = [];
    await checkInBackground(bundle, journal, async (ms) => {
      pauses.push(ms);
      await onPause();
    });
    return { events, pauses };
  };

  test('a sound one is noted once, after a pause for each file', async () => {
    const { events, pauses } = await check(await temporaryBundle());
    expect(events).toMatchObject([{ event: 'bundle-checked', checked: files + 1, damaged: 0 }]);
    expect(pauses).toHaveLength(files + 1);
  });

  test('each damaged and each missing file is noted, and the check goes on', async () => {
    const folder = await temporaryBundle();
    await rm(join(folder, page));
    await truncate(join(folder, clip), 10);
    const { events, pauses } = await check(folder);
    expect(events).toHaveLength(3);
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ event: 'bundle-file-damaged', fault: 'file-missing', file: page }) as unknown,
        expect.objectContaining({ event: 'bundle-file-damaged', fault: 'file-size', file: clip }) as unknown,
      ]),
    );
    expect(events.at(-1)).toMatchObject({ event: 'bundle-checked', checked: files + 1, damaged: 2 });
    // The journal keeps five lines a second of each event: damage is told no faster.
    expect(pauses.filter((ms) => ms >= 200)).toHaveLength(2);
  });

  test('one file is read at a time: damage done during a pause is found in the files after it', async () => {
    const folder = await temporaryBundle();
    let pauses = 0;
    const { events } = await check(folder, async () => {
      pauses += 1;
      if (pauses === 1) for (const path of Object.keys(bundleFiles)) await rm(join(folder, path));
    });
    expect(events.at(-1)).toMatchObject({ event: 'bundle-checked', damaged: files });
  });

  test('a bundle that is lost as a whole is not told file by file for ever', async () => {
    const many: FileTexts = {
      ...bundleFiles,
      ...Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`en-gb/more/${String(index)}.json`, '{}'])),
    };
    const folder = await temporaryBundle(many);
    const bundle = await openBundle(folder);
    await rm(join(folder, 'en-gb'), { recursive: true });
    const { journal, events } = recordingJournal();
    await checkInBackground(bundle, journal, () => Promise.resolve());
    expect(events.filter(({ event }) => event === 'bundle-file-damaged')).toHaveLength(200);
    expect(events.at(-1)).toMatchObject({ event: 'bundle-checked', damaged: 200 });
  });

  test('a pause that fails ends the check, and nothing else', async () => {
    const { events } = await check(await temporaryBundle(), () => {
      throw new Error('no timer');
    });
    expect(events).toMatchObject([{ event: 'host-failed', operation: 'background-check' }]);
  });
});

describe('B1 · what a kiosk does about its bundle when it starts', () => {
  const start = new Request('http://127.0.0.1/', { headers: { accept: 'text/html' } });

  /** Opens a kiosk whose background waits until the test runs it. */
  const open = async (bundleDir: string, settings: object, nowMs = BUILT_AT.getTime()) => {
    const { journal, events } = recordingJournal();
    const tasks: (() => Promise<void>)[] = [];
    const background: Background = { start: (task) => void tasks.push(task), pause: () => Promise.resolve() };
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'site.json': JSON.stringify(settings) });
    const kiosk = await openKiosk({
      appDir: await temporaryApp(),
      bundleDir,
      siteFile: join(folder, 'site.json'),
      journal,
      now: () => nowMs,
      endVisit: () => Promise.resolve(),
      background,
    });
    return { kiosk, events, runBackground: () => Promise.all(tasks.map((task) => task())) };
  };

  const pinned = {
    content: { trustedKeys: [siteKey.trusted.key.export({ format: 'der', type: 'spki' }).toString('base64')] },
  };
  const signed = async (key = siteKey): Promise<string> => {
    const folder = await temporaryBundle();
    await writeFiles(folder, { [SIGNATURE_FILE]: signatureOver(manifestOf(bundleFiles).bytes, key) });
    return folder;
  };
  const eventNames = (events: readonly Record<string, unknown>[]): readonly unknown[] =>
    events.map(({ event }) => event);

  test('with no key pinned an unsigned bundle is shown, and staff are told', async () => {
    const { kiosk, events } = await open(await temporaryBundle(), {});
    expect((await kiosk.resources(start)).status).toBe(200);
    expect(eventNames(events)).toEqual(['kiosk-ready', 'bundle-unverified']);
    expect(events[1]).toMatchObject({ event: 'bundle-unverified', contentVersion: 7 });
  });

  test('with a key pinned a bundle it signed is shown, and there is nothing to tell', async () => {
    const { kiosk, events } = await open(await signed(), pinned);
    expect((await kiosk.resources(start)).status).toBe(200);
    expect(eventNames(events)).toEqual(['kiosk-ready']);
  });

  test.each([
    ['an unsigned bundle', () => temporaryBundle(), 'signature-missing'],
    ['a stranger’s bundle', () => signed(newKey()), 'signature-unknown-key'],
  ])('with a key pinned %s makes it rest', async (_what, make, fault) => {
    const { kiosk, events } = await open(await make(), pinned);
    expect((await kiosk.resources(start)).status).toBe(503);
    expect(events).toMatchObject([{ event: 'kiosk-resting', fault, file: SIGNATURE_FILE }]);
    expect(kiosk.problems).toEqual([expect.stringContaining(SIGNATURE_FILE)]);
  });

  test('C8 · a clock from before the bundle was built is told to staff, and the kiosk runs', async () => {
    const { kiosk, events } = await open(await signed(), pinned, Date.parse('2001-01-01T00:00:00Z'));
    expect((await kiosk.resources(start)).status).toBe(200);
    expect(events.at(-1)).toMatchObject({
      event: 'clock-before-build',
      builtAt: BUILT_AT.toISOString(),
    });
  });

  test('the check of the whole begins by itself, and a damaged page is refused when it is asked for', async () => {
    const bundleDir = await signed();
    await rm(join(bundleDir, page));
    const { kiosk, events, runBackground } = await open(bundleDir, pinned);
    expect(kiosk.problems).toEqual([]);
    await runBackground();
    expect(eventNames(events)).toEqual(['kiosk-ready', 'bundle-file-damaged', 'bundle-checked']);
    expect((await kiosk.resources(new Request(`http://127.0.0.1/content/${page}`))).status).toBe(503);
    const [essential = ''] = essentialPaths({ languages: ['en-GB'] });
    expect((await kiosk.resources(new Request(`http://127.0.0.1/content/${essential}`))).status).toBe(200);
    expect(events.at(-1)).toMatchObject({ event: 'bundle-file-refused', file: page });
  });
});

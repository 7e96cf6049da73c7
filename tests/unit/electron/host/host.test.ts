import { describe, expect, test } from 'vitest';
import { createHost } from '../../../../electron/host/host.ts';
import { openKiosk } from '../../../../electron/host/kiosk.ts';
import type { HostContext } from '../../../../electron/host/operations.ts';
import {
  BUILT_AT,
  noBackground,
  recordingJournal,
  temporaryApp,
  temporaryBundle,
  temporaryFolder,
  wholeBundle,
  writeFiles,
} from '../kiosk-fixture.ts';
import { PinError } from '../../../../electron/host/staff/pin-keeper.ts';
import { createStaff, type Staff } from '../../../../electron/host/staff/staff.ts';
import { hostOperations } from '../../../../renderer/host/channels.ts';
import type { KioskDescription } from '../../../../renderer/host/contract.ts';
import { fc, test as property } from '../property.ts';
import { defaultSettings } from '../../../../electron/host/settings.ts';

const context = (changes: Partial<HostContext> = {}): HostContext => ({
  describe: () => Promise.resolve(undefined),
  endVisit: () => Promise.resolve(),
  journal: recordingJournal().journal,
  ...changes,
});

/** Staff with a PIN that nothing here can guess. */
const staffWithout = (leave: (how: string) => void): Staff =>
  createStaff({
    pins: {
      status: () => Promise.resolve({ state: 'set', waitSeconds: 0, triesLeft: 5 }),
      choose: () => Promise.reject(new PinError('there is a PIN already')),
      give: () => Promise.reject(new PinError('there is no PIN')),
      enter: () => Promise.resolve({ right: false, waitSeconds: 0, triesLeft: 5 }),
    },
    journal: recordingJournal().journal,
    monotonicMs: () => 0,
    kiosk: () => ({ productVersion: '0.0.0', calibration: { pixelsPerInch: 96, viewingDistanceMm: 600 } }),
    leave,
  });

describe('L7 · the host answers with data, whatever it is sent', () => {
  const names = fc.oneof(fc.constantFrom(...hostOperations, '__proto__', 'toString'), fc.string());
  const payloads = fc.oneof(
    fc.anything(),
    fc.record({ role: fc.constantFrom('technician', 'volunteer', ''), pin: fc.oneof(fc.string(), fc.anything()) }),
    fc.record({
      pin: fc.oneof(fc.string({ unit: fc.constantFrom('1', '2', '3', '9'), maxLength: 14 }), fc.anything()),
    }),
    fc.record({
      token: fc.oneof(fc.string({ unit: fc.constantFrom('0', '9', 'a', 'f'), maxLength: 70 }), fc.anything()),
    }),
  );

  property.prop([names, payloads], 3000)('any operation with any payload gets a reply', async (name, payload) => {
    const left: string[] = [];
    const reply = await createHost(context({ staff: staffWithout((how) => left.push(how)) }))(name, payload);
    expect(left).toEqual([]);
    if (!reply.ok) expect(['invalid-payload', 'refused', 'unavailable']).toContain(reply.error.code);
  });

  test.each(['', 'describe', 'DescribeKiosk', '__proto__', 'constructor'])('%j is no operation', async (name) => {
    expect(await createHost(context())(name, {})).toEqual({ ok: false, error: { code: 'refused' } });
  });

  test.each([
    ['describeKiosk', undefined],
    ['describeKiosk', null],
    ['describeKiosk', []],
    ['describeKiosk', { extra: 1 }],
    ['endVisit', 'now'],
    ['reportProblem', {}],
    ['reportProblem', { code: 'what the visitor typed' }],
    ['reportProblem', { code: 'script-error', detail: 'free text' }],
  ])('%s with %j is an invalid payload', async (name, payload) => {
    expect(await createHost(context())(name, payload)).toEqual({ ok: false, error: { code: 'invalid-payload' } });
  });

  test('an operation that fails replies so, and staff learn which', async () => {
    const { journal, events } = recordingJournal();
    const host = createHost(context({ journal, endVisit: () => Promise.reject(new Error('typed words')) }));
    expect(await host('endVisit', {})).toEqual({ ok: false, error: { code: 'unavailable' } });
    expect(events).toMatchObject([{ event: 'host-failed', operation: 'endVisit' }]);
    expect(JSON.stringify(events)).not.toContain('typed words');
  });
});

describe('L6, O1 · a kiosk always opens', () => {
  const open = async (changes: Partial<Parameters<typeof openKiosk>[0]> = {}) => {
    const { journal, events } = recordingJournal();
    const options = {
      appDir: await temporaryApp(),
      bundleDir: await temporaryBundle(),
      journal,
      now: () => BUILT_AT.getTime(),
      endVisit: () => Promise.resolve(),
      background: noBackground,
    };
    return { kiosk: await openKiosk({ ...options, ...changes }), events };
  };
  const start = new Request('http://127.0.0.1/', { headers: { accept: 'text/html' } });

  test('a sound one describes itself', async () => {
    const { kiosk } = await open();
    expect(kiosk.problems).toEqual([]);
    expect(await kiosk.host('describeKiosk', {})).toEqual({
      ok: true,
      value: {
        hospitalName: 'Your hospital',
        deskDirections: 'Please ask a member of staff in this waiting room.',
        pixelsPerMm: 102.5 / 25.4,
        keypad: defaultSettings.keypad,
        switches: defaultSettings.switches,
        sound: defaultSettings.sound,
        visit: { idleSeconds: 90, warningSeconds: 30, alongsideSeconds: 300 },
        teamUsesQuestions: false,
        defaultLanguage: 'en-GB',
        languages: ['en-GB', 'cy'],
        contentVersion: 7,
        contentBuiltAt: BUILT_AT.toISOString(),
      },
    });
  });

  test('C8 · it tells how long the site shows pages past their review, where the site says so', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'site.json': '{"review":{"withdrawAfterDays":90}}' });
    const { kiosk } = await open({ siteFile: `${folder}/site.json` });
    expect(kiosk.problems).toEqual([]);
    expect(await kiosk.host('describeKiosk', {})).toMatchObject({ value: { withdrawAfterDays: 90 } });
  });

  test('C8 · a clock before the day the content was built is told to staff and noted, and the kiosk opens', async () => {
    const { kiosk, events } = await open({ now: () => Date.UTC(1970, 0, 1) });
    expect(kiosk.problems).toEqual([expect.stringContaining('Set the clock and the time zone')]);
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'clock-before-build', builtAt: BUILT_AT.toISOString() }),
    );
    expect(await kiosk.host('describeKiosk', {})).toMatchObject({ ok: true });
  });

  test('with bad settings it starts on defaults and names each mistake', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'site.json': '{"hospitalName":1,"screen":{"pixelsPerInch":1}}' });
    const { kiosk } = await open({ siteFile: `${folder}/site.json` });
    expect(kiosk.problems).toEqual([
      expect.stringMatching(/^Settings: hospitalName: .* \(line 1, column 17\)\.$/),
      expect.stringMatching(/^Settings: screen\.pixelsPerInch: /),
      expect.stringContaining('on its defaults'),
    ]);
    expect((await kiosk.resources(start)).status).toBe(200);
  });

  test('with settings that broke since, it starts on those that were right last, and says so', async () => {
    const dataDir = await temporaryFolder();
    await writeFiles(dataDir, { 'site.json': '{"hospitalName":"St Example"}' });
    expect((await open({ dataDir })).kiosk.problems).toEqual([]);
    await writeFiles(dataDir, { 'site.json': '{"hospitalName":"St Exa' });
    const { kiosk } = await open({ dataDir });
    expect(kiosk.problems.at(-1)).toContain('that were right last');
    expect(await kiosk.host('describeKiosk', {})).toMatchObject({ value: { hospitalName: 'St Example' } });
  });

  test('C10 · it offers the languages its site chose, in that order, and says which the bundle has not', async () => {
    const offered = async (settings: object) => {
      const dataDir = await temporaryFolder();
      await writeFiles(dataDir, { 'site.json': JSON.stringify(settings) });
      const { kiosk } = await open({ dataDir });
      const reply = await kiosk.host('describeKiosk', {});
      if (!reply.ok) throw new Error('not described');
      const { languages, defaultLanguage } = reply.value as KioskDescription;
      return { languages, defaultLanguage, problems: kiosk.problems };
    };
    expect(await offered({ languages: ['cy', 'en-GB'] })).toEqual({
      languages: ['cy', 'en-GB'],
      defaultLanguage: 'cy',
      problems: [],
    });
    expect(await offered({ languages: ['cy'], language: 'en-GB' })).toEqual({
      languages: ['cy'],
      defaultLanguage: 'cy',
      problems: [expect.stringContaining('not among “languages”')],
    });
    expect(await offered({ languages: ['ar', 'cy'] })).toMatchObject({
      languages: ['cy'],
      problems: [expect.stringContaining('the bundle has no ar')],
    });
    expect(await offered({ languages: ['ar'] })).toMatchObject({ languages: ['en-GB', 'cy'] });
  });

  test('with a language the bundle has not, it starts in the bundle’s first and says so', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'site.json': '{"language":"ar"}' });
    const { kiosk } = await open({ siteFile: `${folder}/site.json` });
    expect(kiosk.problems).toEqual([expect.stringContaining('en-GB, cy')]);
    expect(await kiosk.host('describeKiosk', {})).toMatchObject({ value: { defaultLanguage: 'en-GB' } });
  });

  test('without a built page it rests and says what to run', async () => {
    const { kiosk } = await open({ appDir: await temporaryFolder() });
    expect(kiosk.problems).toEqual([expect.stringContaining('npm run build')]);
    expect(await (await kiosk.resources(start)).text()).toContain('having a rest');
  });

  test('with a bad bundle it rests, and wakes by itself once the bundle is mended', async () => {
    const bundleDir = await temporaryFolder();
    let nowMs = BUILT_AT.getTime();
    const { kiosk, events } = await open({ bundleDir, now: () => nowMs });
    expect(kiosk.problems).toEqual([expect.stringContaining('npm run content -- build')]);
    expect(await kiosk.host('describeKiosk', {})).toEqual({ ok: false, error: { code: 'unavailable' } });
    expect((await kiosk.resources(start)).status).toBe(503);
    await writeFiles(bundleDir, wholeBundle());
    expect((await kiosk.resources(start)).status).toBe(503);
    nowMs += 30_000;
    expect((await kiosk.resources(start)).status).toBe(200);
    expect(events.map(({ event }) => event)).toEqual(['kiosk-resting', 'kiosk-ready', 'bundle-unverified']);
  });
});

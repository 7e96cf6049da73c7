/** What every adapter of HostApi must do, whichever shell is behind it. */
import { describe, expect, type Mock, onTestFinished, test, vi } from 'vitest';
import { BUILT_AT } from '../unit/electron/kiosk-fixture.ts';
import { defaultSettings } from '../../electron/host/settings.ts';
import type { HostApi, HostOperation, StaffRole } from '../../renderer/host/contract.ts';

/** One adapter connected to one host. */
export interface Connection {
  readonly api: HostApi;
  /** What the host's journal holds so far. */
  readonly events: readonly Readonly<Record<string, unknown>>[];
  /** What the shell is told when a technician leaves. */
  readonly leave: Mock<(how: 'restart' | 'exit') => void>;
  /** Whoever watches over the page hears it here. */
  readonly beat: Mock<() => void>;
  readonly close: () => Promise<void>;
  /** What the site's settings file says now; nothing for a kiosk without one. */
  readonly settings?: () => Promise<string>;
}

/** How the kiosk behind the adapter is; `sited`: with a settings file. */
export type KioskState = 'sound' | 'sited' | 'resting' | 'calibrating';

/** The suite. `connect` opens a fresh kiosk for each test; `cut` ends the host under a living page. */
export const hostApiConformance = (
  adapter: string,
  connect: (state: KioskState) => Promise<Connection>,
  cut: (connection: Connection) => Promise<void>,
): void => {
  const open = async (state: KioskState = 'sound'): Promise<Connection> => {
    const connection = await connect(state);
    onTestFinished(() => connection.close());
    return connection;
  };

  /** Sends what the types forbid. */
  const forge = async (api: HostApi, name: HostOperation, payload: unknown): Promise<unknown> =>
    (api[name] as (request: unknown) => Promise<unknown>)(payload);

  describe(`HostApi over the ${adapter}`, () => {
    test('describes the kiosk', async () => {
      const { api } = await open();
      expect(await api.describeKiosk({})).toEqual({
        ok: true,
        value: {
          hospitalName: 'Your hospital',
          deskDirections: 'Please ask a member of staff in this waiting room.',
          pixelsPerMm: 102.5 / 25.4,
          keypad: defaultSettings.keypad,
          switches: defaultSettings.switches,
          sound: { headphones: 'no', mostVolume: 100, chime: true },
          visit: { idleSeconds: 90, warningSeconds: 30, alongsideSeconds: 300 },
          teamUsesQuestions: false,
          defaultLanguage: 'en-GB',
          languages: ['en-GB', 'cy'],
          contentVersion: 7,
          contentBuiltAt: BUILT_AT.toISOString(),
        },
      });
    });

    test('L6 · says so when the kiosk rests', async () => {
      const { api } = await open('resting');
      expect(await api.describeKiosk({})).toEqual({ ok: false, error: { code: 'unavailable' } });
    });

    test('X3 · ends the visit', async () => {
      const { api, events } = await open();
      expect(await api.endVisit({})).toEqual({ ok: true, value: null });
      expect(events.map(({ event }) => event)).toContain('visit-ended');
    });

    test('O3 · notes a problem by its code', async () => {
      const { api, events } = await open();
      expect(await api.reportProblem({ code: 'clip-failed' })).toEqual({ ok: true, value: null });
      expect(events).toContainEqual(expect.objectContaining({ event: 'page-problem', code: 'clip-failed' }));
    });

    test('L6 · hears that the page is well', async () => {
      const { api, beat } = await open();
      expect(beat).not.toHaveBeenCalled();
      expect(await api.heartbeat({})).toEqual({ ok: true, value: { startAnew: false } });
      expect(beat).toHaveBeenCalledTimes(1);
    });

    test('D2 · a kiosk started to be set up says so, keeps what was measured, and goes by it', async () => {
      const { api, events, settings } = await open('calibrating');
      const described = await api.describeKiosk({});
      expect(described).toMatchObject({
        value: { calibration: { pixelsPerInch: 102.5, viewingDistanceMm: 600 } },
      });
      const measured = { pixelsPerInch: 127, viewingDistanceMm: 550 };
      expect(await api.saveCalibration(measured)).toEqual({ ok: true, value: null });
      expect(await api.describeKiosk({})).toMatchObject({ value: { pixelsPerMm: 5, calibration: measured } });
      expect(JSON.parse((await settings?.()) ?? '')).toEqual({ hospitalName: 'St Example', screen: measured });
      expect(events).toContainEqual(expect.objectContaining({ event: 'calibration-saved', ...measured }));
    });

    test('D2, L7 · any other kiosk refuses what was measured', async () => {
      const { api } = await open();
      expect(await api.saveCalibration({ pixelsPerInch: 127, viewingDistanceMm: 550 })).toEqual({
        ok: false,
        error: { code: 'refused' },
      });
    });

    test.each<[HostOperation, unknown]>([
      ['saveCalibration', {}],
      ['saveCalibration', { pixelsPerInch: 102.5 }],
      ['saveCalibration', { pixelsPerInch: 1e9, viewingDistanceMm: 600 }],
      ['saveCalibration', { pixelsPerInch: 102.5, viewingDistanceMm: '600' }],
      ['saveCalibration', { pixelsPerInch: 102.5, viewingDistanceMm: 600, note: 'typed by a visitor' }],
      ['describeKiosk', null],
      ['describeKiosk', { more: 1 }],
      ['endVisit', []],
      ['endVisit', 'now'],
      ['heartbeat', { at: 1 }],
      ['reportProblem', {}],
      ['reportProblem', { code: 'typed by a visitor' }],
      ['reportProblem', { code: 'script-error', detail: 'typed by a visitor' }],
      ['choosePin', { pin: 159_357 }],
      ['choosePin', { pin: '1'.repeat(65) }],
      ['enterPin', { pin: '159357' }],
      ['enterPin', { role: 'visitor', pin: '159357' }],
      ['pinStatus', {}],
      ['giveVolunteersPin', { pin: '159357' }],
      ['saveCalibration', { pixelsPerInch: 102.5, viewingDistanceMm: 600, token: 159_357 }],
      ['stayStaff', {}],
      ['exit', {}],
      ['restart', { token: null }],
      ['printSummary', {}],
      ['printSummary', { summary: { language: 'en-GB', step: 1, items: [] } }],
      ['printSummary', { summary: { language: 'en-GB', step: 5, items: [{ kind: 'term', term: 'scan' }] } }],
      ['printSummary', { summary: { language: 'en-GB', step: 1, items: [{ kind: 'term', term: '../scan' }] } }],
      ['printSummary', { summary: { language: 'en-GB', step: 1, items: [{ kind: 'typed by a visitor' }] } }],
      [
        'printSummary',
        { summary: { language: 'en-GB', step: 1, items: [{ kind: 'own-question', text: 'x'.repeat(2001) }] } },
      ],
      [
        'printSummary',
        { summary: { language: 'en-GB', step: 1, items: new Array(201).fill({ kind: 'term', term: 'scan' }) } },
      ],
      ['ticketStatus', { all: true }],
      ['cancelPrint', { ticket: { word: 'heron', number: 9 } }],
      ['deskTickets', {}],
      ['releaseTicket', { token: '' }],
    ])('L7 · %s with %j is an invalid payload', async (name, payload) => {
      const { api, events } = await open();
      expect(await forge(api, name, payload)).toEqual({ ok: false, error: { code: 'invalid-payload' } });
      expect(JSON.stringify(events)).not.toContain('typed by a visitor');
    });

    test('P7 · a kiosk without a printer says so, also to 200 questions of 2,000 characters', async () => {
      const { api } = await open();
      const text = '\u0639'.repeat(2000);
      const items = Array.from({ length: 200 }, () => ({ kind: 'own-question', text }) as const);
      const refused = { ok: false, error: { code: 'refused' } };
      expect(await api.printSummary({ summary: { language: 'ar', step: 4, items } })).toEqual({
        ok: true,
        value: { accepted: false, why: 'no-printer' },
      });
      expect(await api.ticketStatus({})).toEqual({ ok: true, value: { tickets: [] } });
      const ticket = { word: 'heron', number: 12 };
      expect(await api.cancelPrint({ ticket })).toEqual(refused);
      expect(await api.deskTickets({ token: '' }), 'the desk’s list is for staff').toEqual(refused);
      expect(await api.releaseTicket({ token: '', ticket })).toEqual(refused);
      expect(await api.cancelTicket({ token: '', ticket })).toEqual(refused);
      expect(await api.testPrint({ token: '' })).toEqual(refused);
    });

    test.each(['restart', 'exit'] as const)('V1 · %s is for a technician with the PIN', async (how) => {
      const { api, leave, events } = await open();
      const refused = { ok: false, error: { code: 'refused' } };
      expect(await api.pinStatus({ role: 'technician' })).toEqual({
        ok: true,
        value: { pin: 'none', waitSeconds: 0, triesLeft: 5 },
      });
      expect(await api.enterPin({ role: 'technician', pin: '159357' })).toEqual(refused);
      expect(await api.choosePin({ pin: '123456' })).toEqual({ ok: true, value: { chosen: false, weakness: 'run' } });
      expect(await api.choosePin({ pin: '159357' })).toEqual({ ok: true, value: { chosen: true } });
      expect(await api.choosePin({ pin: '357159' })).toEqual(refused);
      expect(await api[how]({ token: '' })).toEqual(refused);
      const wrong = await api.enterPin({ role: 'technician', pin: '357159' });
      expect(wrong).toEqual({ ok: true, value: { entered: false, waitSeconds: 0, triesLeft: 4 } });
      const entry = await api.enterPin({ role: 'technician', pin: '159357' });
      if (!entry.ok || !entry.value.entered) throw new Error('not entered');
      const { token } = entry.value;
      expect(await api[how]({ token: `${token.slice(1)}0` })).toEqual(refused);
      expect(await api[how]({ token })).toEqual({ ok: true, value: null });
      await vi.waitFor(() => {
        expect(leave.mock.calls).toEqual([[how]]);
      });
      expect(JSON.stringify(events)).not.toMatch(new RegExp(`159357|357159|${token}`));
    });

    test('V1 · volunteers have the PIN that a technician gave them, the desk’s work, and nothing of the technicians’', async () => {
      const { api, leave } = await open();
      const refused = { ok: false, error: { code: 'refused' } };
      const enters = async (role: StaffRole, pin: string) => {
        const entry = await api.enterPin({ role, pin });
        if (!entry.ok || !entry.value.entered) throw new Error('not entered');
        return entry.value;
      };
      await api.choosePin({ pin: '159357' });
      expect(await api.giveVolunteersPin({ token: '', pin: '246813' })).toEqual(refused);
      expect(await api.enterPin({ role: 'volunteer', pin: '159357' }), 'there is none yet').toEqual(refused);
      const { token: technician } = await enters('technician', '159357');
      const taken = await api.giveVolunteersPin({ token: technician, pin: '159357' });
      expect(taken).toEqual({ ok: true, value: { chosen: false, weakness: 'taken' } });
      const given = await api.giveVolunteersPin({ token: technician, pin: '246813' });
      expect(given).toEqual({ ok: true, value: { chosen: true } });
      const { token, kiosk } = await enters('volunteer', '246813');
      expect(kiosk, 'nothing of the kiosk is told').toBeUndefined();
      expect(await api.stayStaff({ token })).toEqual({ ok: true, value: null });
      const unavailable = { ok: false, error: { code: 'unavailable' } };
      expect(await api.deskTickets({ token }), 'there is no printer, which they may know').toEqual(unavailable);
      expect(await api.testPrint({ token })).toEqual(unavailable);
      for (const how of ['restart', 'exit'] as const) expect(await api[how]({ token })).toEqual(refused);
      expect(await api.giveVolunteersPin({ token, pin: '864213' })).toEqual(refused);
      const measured = { pixelsPerInch: 127, viewingDistanceMm: 550 };
      expect(await api.saveCalibration({ ...measured, token })).toEqual(refused);
      expect(await api.saveMostVolume({ token, percent: 60 })).toEqual(refused);
      expect(await api.contentStatus({ token })).toEqual(refused);
      expect(await api.installContent({ token, id: '1' })).toEqual(refused);
      expect(await api.goBackToContent({ token, place: 'shipped' })).toEqual(refused);
      expect(leave).not.toHaveBeenCalled();
    });

    test('V1, D2 · a technician with the PIN sees which product it is, goes on, and keeps what was measured', async () => {
      const { api, settings } = await open('sited');
      const measured = { pixelsPerInch: 127, viewingDistanceMm: 550 };
      const refused = { ok: false, error: { code: 'refused' } };
      await api.choosePin({ pin: '159357' });
      expect(await api.saveCalibration(measured)).toEqual(refused);
      expect(await api.saveCalibration({ ...measured, token: '' })).toEqual(refused);
      const entry = await api.enterPin({ role: 'technician', pin: '159357' });
      if (!entry.ok || !entry.value.entered) throw new Error('not entered');
      const { token, kiosk } = entry.value;
      expect(kiosk?.productVersion).toMatch(/^\d+\.\d+\.\d+/);
      expect(kiosk?.calibration).toEqual({ pixelsPerInch: 102.5, viewingDistanceMm: 600 });
      expect(await api.stayStaff({ token })).toEqual({ ok: true, value: null });
      expect(await api.saveCalibration({ ...measured, token })).toEqual({ ok: true, value: null });
      expect(JSON.parse((await settings?.()) ?? '')).toEqual({ hospitalName: 'St Example', screen: measured });
      const described = await api.describeKiosk({});
      expect(described).toMatchObject({ value: { pixelsPerMm: 5 } });
      expect(described, 'visitors’ pages are not told what is staff’s').not.toHaveProperty('value.calibration');
      await api.leaveStaff({ token });
      expect(await api.stayStaff({ token })).toEqual(refused);
      expect(await api.saveCalibration({ ...measured, token })).toEqual(refused);
    });

    test('V3, R3 · a technician sets how loud the kiosk may be; it is written down, and holds at once', async () => {
      const { api, settings, events } = await open('sited');
      const refused = { ok: false, error: { code: 'refused' } };
      await api.choosePin({ pin: '159357' });
      expect(await api.saveMostVolume({ token: '', percent: 60 })).toEqual(refused);
      const entry = await api.enterPin({ role: 'technician', pin: '159357' });
      const token = entry.ok && entry.value.entered ? entry.value.token : '';
      for (const percent of [0, 9, 101, 50.5])
        expect(await api.saveMostVolume({ token, percent })).toMatchObject({ error: { code: 'invalid-payload' } });
      expect(await api.saveMostVolume({ token, percent: 60 })).toEqual({ ok: true, value: null });
      expect(JSON.parse((await settings?.()) ?? '')).toEqual({ hospitalName: 'St Example', sound: { mostVolume: 60 } });
      expect(await api.describeKiosk({})).toMatchObject({ value: { sound: { mostVolume: 60 } } });
      expect(events).toContainEqual(expect.objectContaining({ event: 'volume-saved', percent: 60 }));
      expect(await api.contentStatus({ token: '' })).toEqual(refused);
      expect(await api.installContent({ token: '', id: '1' })).toEqual(refused);
      expect(await api.goBackToContent({ token: '', place: 'shipped' })).toEqual(refused);
    });

    test('V1, X3 · the end of the visit ends a technician’s session, and so does leaving it', async () => {
      const { api, leave } = await open();
      await api.choosePin({ pin: '159357' });
      const enters = async (): Promise<string> => {
        const entry = await api.enterPin({ role: 'technician', pin: '159357' });
        return entry.ok && entry.value.entered ? entry.value.token : '';
      };
      const first = await enters();
      await api.endVisit({});
      expect(await api.exit({ token: first })).toMatchObject({ ok: false });
      const second = await enters();
      expect(await api.leaveStaff({ token: second })).toEqual({ ok: true, value: null });
      expect(await api.exit({ token: second })).toMatchObject({ ok: false });
      expect(leave).not.toHaveBeenCalled();
    });

    test('L7 · the port is frozen', async () => {
      const { api } = await open();
      expect(Object.isFrozen(api)).toBe(true);
    });

    test('L6 · when the host is gone, every operation replies unavailable', async () => {
      const connection = await open();
      await cut(connection);
      const gone = { ok: false, error: { code: 'unavailable' } };
      expect(await connection.api.describeKiosk({})).toEqual(gone);
      expect(await connection.api.endVisit({})).toEqual(gone);
      expect(await connection.api.heartbeat({})).toEqual(gone);
      expect(await connection.api.reportProblem({ code: 'script-error' })).toEqual(gone);
    });
  });
};

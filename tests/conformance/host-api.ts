/** What every adapter of HostApi must do, whichever shell is behind it. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultSettings } from '../../electron/host/settings.ts';
import type { HostApi, HostOperation } from '../../renderer/host/contract.ts';

/** One adapter connected to one host. */
export interface Connection {
  readonly api: HostApi;
  /** What the host's journal holds so far. */
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly close: () => Promise<void>;
  /** What the site's settings file says now; nothing for a kiosk without one. */
  readonly settings?: () => Promise<string>;
}

/** How the kiosk behind the adapter is. */
export type KioskState = 'sound' | 'resting' | 'calibrating';

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
          teamUsesQuestions: false,
          defaultLanguage: 'en-GB',
          languages: ['en-GB', 'cy'],
          contentVersion: 7,
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
      ['reportProblem', {}],
      ['reportProblem', { code: 'typed by a visitor' }],
      ['reportProblem', { code: 'script-error', detail: 'typed by a visitor' }],
    ])('L7 · %s with %j is an invalid payload', async (name, payload) => {
      const { api, events } = await open();
      expect(await forge(api, name, payload)).toEqual({ ok: false, error: { code: 'invalid-payload' } });
      expect(JSON.stringify(events)).not.toContain('typed by a visitor');
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
      expect(await connection.api.reportProblem({ code: 'script-error' })).toEqual(gone);
    });
  });
};

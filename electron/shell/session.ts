/** A visit's browser session: in memory only, closed to the network, granting nothing. */
import type { Session } from 'electron';
import type { Journal } from '../host/journal.ts';
import type { ResourceHandler } from '../host/resources.ts';
import { decideDownload } from '../policy/navigation.ts';
import { isPermissionGranted, type KnownPermission } from '../policy/permissions.ts';
import { decideRequest } from '../policy/requests.ts';
import { ORIGIN, SCHEME } from './origin.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type ElectronPermission = Parameters<RequestHandler>[1];

/** Fails to compile when an update of Electron adds a permission, or drops one the table still has. */
type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : never) : never;
export const tableCoversElectron: Same<ElectronPermission, KnownPermission> = true;

/** The calls of a session that are made here. */
export type VisitSession = Pick<
  Session,
  | 'protocol'
  | 'webRequest'
  | 'on'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setBluetoothPairingHandler'
  | 'setSpellCheckerEnabled'
>;

const refusePermissions = (session: VisitSession, journal: Journal): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    const isGranted = isPermissionGranted(permission);
    if (!isGranted) journal('permission-refused', { permission });
    answer(isGranted);
  });
  // Checks are frequent and silent, so they are not journalled.
  session.setPermissionCheckHandler((_contents, permission) => isPermissionGranted(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer(null);
  });
  session.setBluetoothPairingHandler((_details, answer) => {
    answer({ confirmed: false });
  });
};

const refuseNetwork = (session: VisitSession, journal: Journal): void => {
  session.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const decision = decideRequest({ address: url, resourceType, origin: ORIGIN });
    if (!decision.allowed) journal('request-refused', { scheme: decision.scheme, resource: decision.resource });
    answer({ cancel: !decision.allowed });
  });
};

/**
 * Sets up a fresh session. Call before anything is loaded in it.
 *
 * @see L2, L3, L4, L5
 */
export const setUpSession = (session: VisitSession, resources: ResourceHandler, journal: Journal): void => {
  refusePermissions(session, journal);
  refuseNetwork(session, journal);
  session.on('will-download', (event) => {
    const decision = decideDownload();
    if (decision.allowed) return;
    event.preventDefault();
    journal('navigation-refused', { reason: decision.reason });
  });
  session.setSpellCheckerEnabled(false);
  session.protocol.handle(SCHEME, (request) => resources(request));
};

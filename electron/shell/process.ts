/** What is set for the whole process before Electron is ready; each line closes something. */
import type { App, Protocol } from 'electron';
import { SCHEME } from './origin.ts';

/** Features of Chromium that lead out of the page or onto the network, by its own names. */
const refusedFeatures = [
  // A sideways swipe goes back in history (L4).
  'OverscrollHistoryNavigation',
  // Keypads with the keys of a music player are for the page (I4), not for whatever plays sound.
  'HardwareMediaKeyHandling',
  // Each would speak to the network or cover the page.
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'MediaRouter',
  'OptimizationHints',
  'Translate',
];

/** Switches without a value, with what each closes. */
const switches = [
  // Pinch zoom (L4).
  'disable-pinch',
  // Requests that the browser makes by itself (L3).
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-quic',
  'no-pings',
  'no-proxy-server',
];

/**
 * Hardens the process. Call first, synchronously: every call here only works before `ready`.
 *
 * @see L3, L4, L7
 */
export const hardenProcess = (app: Pick<App, 'enableSandbox' | 'commandLine'>): void => {
  app.enableSandbox();
  for (const name of switches) app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('disable-features', refusedFeatures.join(','));
  // No name is resolved, so that even a request that slips past the filter goes nowhere.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
};

/**
 * Makes the custom scheme a proper web origin. Call before `ready`; Electron allows it once.
 * `stream` lets media elements ask for ranges. CSP is not bypassed and there are no service workers.
 */
export const registerScheme = (protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void => {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
};

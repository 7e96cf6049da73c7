/** The Electron shell's side of the port: the object its preload puts on `window`. */
import { BRIDGE_NAME, hostOperations } from './channels.ts';
import type { HostApi, HostOperation, Reply } from './contract.ts';

const unavailable: Reply<never> = { ok: false, error: { code: 'unavailable' } };

type Call = (request: unknown) => Promise<Reply<unknown>>;

const isBridge = (value: unknown): value is Readonly<Record<HostOperation, Call>> =>
  typeof value === 'object' &&
  value !== null &&
  hostOperations.every((name) => typeof (value as Record<string, unknown>)[name] === 'function');

/**
 * The port over Electron's preload, or `undefined` where there is none: the page then runs in the
 * browser shell. A call that fails on the way replies `unavailable`.
 *
 * @param scope - the page's `window`
 */
export const connectBridgeHost = (scope: object): HostApi | undefined => {
  const bridge: unknown = (scope as Record<string, unknown>)[BRIDGE_NAME];
  if (!isBridge(bridge)) return undefined;
  const call =
    (name: HostOperation): Call =>
    async (request) => {
      try {
        return await bridge[name](request);
      } catch {
        return unavailable;
      }
    };
  // The bridge's values are the host's own, which answers by the same contract.
  return Object.freeze(Object.fromEntries(hostOperations.map((name) => [name, call(name)]))) as unknown as HostApi;
};

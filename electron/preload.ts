/**
 * The bridge between the page and the host: one function for each operation and nothing else. The page
 * never names a channel, so it cannot reach one that is not meant for it (L7).
 */
import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, channelOf, hostOperations } from '../renderer/host/channels.ts';

const bridge = Object.fromEntries(
  hostOperations.map((operation) => [
    operation,
    (request: unknown): Promise<unknown> => ipcRenderer.invoke(channelOf(operation), request),
  ]),
);

contextBridge.exposeInMainWorld(BRIDGE_NAME, Object.freeze(bridge));

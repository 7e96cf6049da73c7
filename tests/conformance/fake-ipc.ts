/** The two ends of Electron's IPC, as far as the kiosk uses them. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';

/** Who calls: the kiosk's own page unless told otherwise. */
export interface FakeSender {
  readonly id?: number;
  readonly url?: string;
  readonly parent?: object | null;
  readonly senderFrame?: null;
}

/** A fake pair of `ipcMain` and `ipcRenderer`. */
export interface FakeIpc {
  readonly main: Pick<IpcMain, 'handle'>;
  readonly invoke: (channel: string, payload: unknown) => Promise<unknown>;
  readonly channels: () => readonly string[];
  /** From now on `invoke` rejects, as it does when the main process is gone. */
  readonly cut: () => void;
}

type Listener = Parameters<IpcMain['handle']>[1];

/** Makes the pair; payloads are cloned on the way as Electron does. */
export const fakeIpc = (sender: FakeSender = {}): FakeIpc => {
  const listeners = new Map<string, Listener>();
  let isCut = false;
  const { id = 1, url = 'kiosk://app/', parent = null, senderFrame = { url, parent } } = sender;
  const event = { sender: { id }, senderFrame } as unknown as IpcMainInvokeEvent;
  return {
    main: { handle: (channel, listener) => void listeners.set(channel, listener) },
    invoke: async (channel, payload) => {
      const listener = listeners.get(channel);
      if (isCut || listener === undefined) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await (listener(event, structuredClone(payload)) as Promise<unknown>));
    },
    channels: () => [...listeners.keys()],
    cut: () => void (isCut = true),
  };
};

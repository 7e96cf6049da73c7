/** The page's calls, over IPC: the sender is checked, then the host answers (L7). */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { channelOf, hostOperations } from '../../renderer/host/channels.ts';
import type { HostOperation, Reply } from '../../renderer/host/contract.ts';
import type { Host } from '../host/host.ts';
import type { Journal } from '../host/journal.ts';
import type { SenderReason } from '../host/journal-events.ts';
import { isWithin } from '../policy/navigation.ts';
import { ORIGIN } from './origin.ts';

/** What is known of a call's sender. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

const refused: Reply<never> = { ok: false, error: { code: 'refused' } };

/**
 * Why a sender may not call, or `undefined` when it may: it must be the present visit's own page, its
 * main frame, and at the app's origin. `senderFrame` is `null` once the frame has gone.
 */
export const refusedSender = (
  { sender, senderFrame }: Sender,
  isCurrent: (webContentsId: number) => boolean,
): SenderReason | undefined => {
  if (!isCurrent(sender.id)) return 'not the page of this visit';
  if (senderFrame === null) return 'the frame is gone';
  if (senderFrame.parent !== null) return 'not the main frame';
  return isWithin(senderFrame.url, ORIGIN) ? undefined : 'another origin';
};

/** Answers every operation on its own channel. Call once per process. @param mayAsk - which page may ask for what */
export const answerCalls = (
  ipcMain: Pick<IpcMain, 'handle'>,
  host: Host,
  mayAsk: (webContentsId: number, operation: HostOperation) => boolean,
  journal: Journal,
): void => {
  for (const operation of hostOperations) {
    ipcMain.handle(channelOf(operation), async (event: IpcMainInvokeEvent, payload: unknown) => {
      const reason = refusedSender(event, (id) => mayAsk(id, operation));
      if (reason === undefined) return host(operation, payload);
      journal('sender-refused', { reason });
      return refused;
    });
  }
};

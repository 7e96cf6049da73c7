/** A printer that is a folder (P5): PDF files that the desk's own computer watches, opens and prints. */
import { randomBytes, randomUUID } from 'node:crypto';
import * as nodeFiles from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { ticketWordIds } from '../../../content/format/tickets.ts';
import type { PrinterNeed } from '../../../renderer/host/printing.ts';
import { type Disk, fileErrorCode, realDisk } from '../disk/disk.ts';
import type { Printer } from './printer.ts';

/** The calls of the file system that a desk folder needs. */
export type FolderDisk = Pick<Disk, 'open' | 'rename' | 'rm' | 'stat'> & Pick<typeof nodeFiles, 'readdir' | 'statfs'>;

export const realFolderDisk: FolderDisk = { ...realDisk, readdir: nodeFiles.readdir, statfs: nodeFiles.statfs };

export interface DeskFolderOptions {
  /** An absolute path. It is never made: a share that is not mounted would be taken for an empty folder. */
  readonly folder: string;
  /** After so long a file is removed, whether anybody has printed it or not. */
  readonly keepMs: number;
  /** Milliseconds since the epoch, as files' times are. */
  readonly now: () => number;
  readonly disk?: FolderDisk;
  /** Called with the system's word when old files could not be removed. */
  readonly notTidied?: (cause: string) => void;
}

/** Room that is left free beside a document, so that the desk's computer can go on working. */
const SPARE_BYTES = 16 * 1024 * 1024;

const needs: Readonly<Record<string, PrinterNeed>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'permission',
  ENOENT: 'offline',
  ENOTDIR: 'offline',
  ENOTCONN: 'offline',
  ENODEV: 'offline',
  EIO: 'offline',
  ESTALE: 'offline',
  ETIMEDOUT: 'offline',
  EHOSTDOWN: 'offline',
  EHOSTUNREACH: 'offline',
};

const needOf = (error: unknown): PrinterNeed => needs[fileErrorCode(error)] ?? 'unknown';

/** The files that are this kiosk's own, finished or not; whatever else lies in the folder is left alone. */
const ownFile = new RegExp(
  `^(?:(?:${ticketWordIds.join('|')})-[1-9]\\d-[0-9a-f]{8}\\.pdf|\\.alongside-[0-9a-f-]{36}\\.part)$`,
);

/** Makes the printer. A file is there whole or not at all, and only its owner and group may read it. */
export const createDeskFolder = ({
  folder,
  keepMs,
  now,
  disk = realFolderDisk,
  notTidied,
}: DeskFolderOptions): Printer => {
  if (!isAbsolute(folder)) throw new Error('a desk folder is an absolute path');

  /** What is in the way of so many bytes. */
  const needFor = async (bytes: number): Promise<PrinterNeed | undefined> => {
    try {
      if (!(await disk.stat(folder)).isDirectory()) return 'offline';
      const { bavail, bsize } = await disk.statfs(folder);
      return bavail * bsize < bytes + SPARE_BYTES ? 'full' : undefined;
    } catch (error) {
      return needOf(error);
    }
  };

  /** Writes a file aside; the name in the folder is given only to what is whole. */
  const write = async (name: string, pdf: Uint8Array, signal: AbortSignal): Promise<void> => {
    const aside = join(folder, `.alongside-${randomUUID()}.part`);
    try {
      {
        await using handle = await disk.open(aside, 'wx', 0o640);
        await handle.writeFile(pdf);
        await handle.sync();
      }
      signal.throwIfAborted();
      await disk.rename(aside, join(folder, name));
    } catch (error) {
      await disk.rm(aside, { force: true }).catch(() => undefined);
      throw error;
    }
  };

  const isOld = async (name: string): Promise<boolean> => {
    const file = await disk.stat(join(folder, name)).catch(() => undefined);
    // A time to come is a clock that was wrong: such a file would otherwise lie there for as long as it was.
    return file !== undefined && Math.abs(now() - file.mtimeMs) >= keepMs;
  };

  return {
    need: async () => {
      const need = await needFor(0);
      if (need !== undefined) return need;
      const aside = join(folder, `.alongside-${randomUUID()}.part`);
      try {
        await (await disk.open(aside, 'wx', 0o640)).close();
      } catch (error) {
        return needOf(error);
      } finally {
        await disk.rm(aside, { force: true }).catch(() => undefined);
      }
      return undefined;
    },
    print: async ({ pdf, ticket: { word, number } }, signal) => {
      const need = await needFor(pdf.length);
      if (need !== undefined) return { handed: false, need };
      try {
        signal.throwIfAborted();
        // Of several kiosks that share a folder, two may give the same ticket.
        await write(`${word}-${String(number)}-${randomBytes(4).toString('hex')}.pdf`, pdf, signal);
        return { handed: true };
      } catch (error) {
        return { handed: false, need: needOf(error) };
      }
    },
    // Nobody tells a folder what the desk has printed.
    follow: () => Promise.resolve({ state: 'gone' }),
    cancel: () => Promise.resolve(),
    tidy: async () => {
      try {
        for (const name of await disk.readdir(folder)) {
          if (ownFile.test(name) && (await isOld(name))) await disk.rm(join(folder, name), { force: true });
        }
      } catch (error) {
        notTidied?.(fileErrorCode(error));
      }
    },
  };
};

/** The desk's folder and bad disks (P5): on real file systems where one can be had, else on one that fails when told to. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createDeskFolder,
  type FolderDisk,
  realFolderDisk,
} from '../../../../../electron/host/printing/desk-folder.ts';
import type { Printer } from '../../../../../electron/host/printing/printer.ts';
import { smallPdf } from '../../../../support/pdf.ts';
import { faultyDisk, systemError } from '../../faulty-disk.ts';
import { temporaryFolder } from '../../kiosk-fixture.ts';

const CANARY = 'typed by a visitor';
const ticket = { word: 'kingfisher', number: 12 } as const;
const document = { pdf: smallPdf(CANARY), ticket };
const never = new AbortController().signal;
const HOUR_MS = 3_600_000;

const printerAt = (folder: string, disk?: FolderDisk): Printer =>
  createDeskFolder({ folder, keepMs: HOUR_MS, now: Date.now, ...(disk !== undefined && { disk }) });

const folderDisk = (changes: Partial<FolderDisk>): FolderDisk => ({ ...realFolderDisk, ...changes });

/** Why no file system can be mounted here; nothing when one can. */
const whyNoMount = (): string | undefined => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'mounting takes root on Linux';
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0
    ? undefined
    : 'this machine does not let a test mount a file system';
};
const whyNot = whyNoMount();
if (whyNot !== undefined) process.stdout.write(`skipped: P5, a real disk that is full or read-only: ${whyNot}\n`);

/** A disk of its own in a temporary folder. */
const mounted = async (options: string): Promise<string> => {
  const folder = join(await temporaryFolder(), 'disk');
  await mkdir(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
};

describe.skipIf(whyNot !== undefined)('P5 · a real disk', () => {
  test('that has no room takes nothing, leaves nothing half written, and takes it once there is room', async () => {
    const folder = await mounted('size=24m');
    const printer = printerAt(folder);
    await writeFile(join(folder, 'letters.zip'), Buffer.alloc(16 * 1024 * 1024));
    expect(await printer.need()).toBe('full');
    expect(await printer.print(document, never)).toEqual({ handed: false, need: 'full' });
    expect(await readdir(folder)).toEqual(['letters.zip']);
    await rm(join(folder, 'letters.zip'));
    expect(await printer.print(document, never)).toEqual({ handed: true });
  });

  test('that fills up in the middle of a document keeps no piece of it', async () => {
    const folder = await mounted('size=1m');
    // It says that there is room, as a share with a quota does.
    const { statfs } = realFolderDisk;
    const disk = folderDisk({
      statfs: (async (path: string) => Object.assign(await statfs(path), { bavail: 2 ** 40 })) as FolderDisk['statfs'],
    });
    const large = { pdf: Buffer.concat([smallPdf(CANARY), Buffer.alloc(2 * 1024 * 1024)]), ticket };
    expect(await printerAt(folder, disk).print(large, never)).toEqual({ handed: false, need: 'full' });
    expect(await readdir(folder)).toEqual([]);
  });

  test('that may only be read is told as such, and is looked at without harm', async () => {
    const folder = await mounted('size=32m');
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    const printer = printerAt(folder);
    expect(await printer.need()).toBe('permission');
    expect(await printer.print(document, never)).toEqual({ handed: false, need: 'permission' });
    await printer.tidy();
  });
});

describe('P5 · a folder that is not there', () => {
  test('takes nothing, and is not made', async () => {
    const folder = join(await temporaryFolder(), 'share');
    const printer = printerAt(folder);
    expect(await printer.need()).toBe('offline');
    expect(await printer.print(document, never)).toEqual({ handed: false, need: 'offline' });
    expect(await readdir(join(folder, '..'))).toEqual([]);
  });

  test('because a file has its name is offline too, and the file stays as it is', async () => {
    const file = join(await temporaryFolder(), 'desk');
    await writeFile(file, 'a letter');
    const printer = printerAt(file);
    expect(await printer.need()).toBe('offline');
    expect(await printer.print(document, never)).toEqual({ handed: false, need: 'offline' });
    expect(await printerAt(join(file, 'below')).print(document, never)).toEqual({ handed: false, need: 'offline' });
    expect(await readFile(file, 'utf8')).toBe('a letter');
  });

  test('is named by its whole path or not at all', () => {
    expect(() => printerAt('desk')).toThrow('absolute');
  });
});

describe('P5 · a disk that fails', () => {
  test.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EACCES', 'permission'],
    ['EROFS', 'permission'],
    ['EIO', 'offline'],
    ['ESTALE', 'offline'],
    ['EHOSTDOWN', 'offline'],
    ['EBADMSG', 'unknown'],
  ])('with %s at any step keeps the ticket (%s), and no piece of the document', async (code, need) => {
    for (const step of ['open', 'handle.writeFile', 'handle.sync', 'rename'] as const) {
      const folder = await temporaryFolder();
      const disk = folderDisk(faultyDisk(code, (call) => call === step));
      expect(await printerAt(folder, disk).print(document, never), step).toEqual({ handed: false, need });
      expect(await readdir(folder), step).toEqual([]);
    }
    for (const call of ['stat', 'statfs'] as const) {
      const disk = folderDisk({ [call]: () => Promise.reject(systemError(code)) });
      const printer = printerAt(await temporaryFolder(), disk);
      expect(await printer.need(), call).toBe(need);
      expect(await printer.print(document, never), call).toEqual({ handed: false, need });
    }
  });

  test('in tidying is told to staff by the system’s word, and no more', async () => {
    const causes: string[] = [];
    const readdir = (): Promise<never> => Promise.reject(systemError('EIO'));
    const disk = folderDisk({ readdir });
    const folder = await temporaryFolder();
    await createDeskFolder({ folder, keepMs: 1, now: Date.now, disk, notTidied: (cause) => causes.push(cause) }).tidy();
    expect(causes).toEqual(['EIO']);
  });
});

test('P4 · called off in the middle of writing, nothing of it is left under any name', async () => {
  const folder = await temporaryFolder();
  const off = new AbortController();
  const disk = folderDisk({
    open: async (...values) => {
      const handle = await realFolderDisk.open(...values);
      off.abort();
      return handle;
    },
  });
  expect(await printerAt(folder, disk).print(document, off.signal)).toEqual({ handed: false, need: 'unknown' });
  expect(await readdir(folder)).toEqual([]);
});

test('L6, X5 · what a kiosk that was killed has left aside is cleaned up by age, its own and finished documents too', async () => {
  const folder = await temporaryFolder();
  const left = ['.alongside-01234567-89ab-cdef-0123-456789abcdef.part', 'kingfisher-12-0123abcd.pdf'];
  for (const name of left) {
    await writeFile(join(folder, name), CANARY);
    await utimes(join(folder, name), new Date(Date.now() - HOUR_MS - 1000), new Date(Date.now() - HOUR_MS - 1000));
  }
  await writeFile(join(folder, 'otter-44-0123abcd.pdf'), 'just printed');
  await printerAt(folder).tidy();
  expect(await readdir(folder)).toEqual(['otter-44-0123abcd.pdf']);
});

test('P5 · two kiosks that share a folder may give the same ticket at once: both documents are there, whole', async () => {
  const folder = await temporaryFolder();
  const [one, other] = [smallPdf('one family'), smallPdf('another family')];
  const handings = await Promise.all([one, other].map((pdf) => printerAt(folder).print({ pdf, ticket }, never)));
  expect(handings).toEqual([{ handed: true }, { handed: true }]);
  const names = await readdir(folder);
  expect(names).toHaveLength(2);
  const found = await Promise.all(names.map((name) => readFile(join(folder, name))));
  expect(found.map((pdf) => pdf.toString('latin1')).toSorted()).toEqual(
    [one, other].map((pdf) => pdf.toString('latin1')).toSorted(),
  );
});

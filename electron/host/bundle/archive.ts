/**
 * A bundle in one file: a zip archive. Its directory is read and judged before any entry is looked at,
 * and no entry is inflated further than the directory says and the limits allow.
 */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { LARGEST_FILE_BYTES } from '../../../content/format/manifest.ts';
import { BundleError, FETCH_AGAIN } from './bundle-error.ts';
import { type BundleFiles, wrongSize } from './bundle-files.ts';
import { checkNames, refusedEntry, shownName } from './entry-names.ts';
import { type RandomAccess, WindowedReader } from './random-access.ts';

/** How much an archive may hold. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Of all entries together, unpacked. */
  readonly totalBytes: number;
  /** Of one entry, unpacked. */
  readonly fileBytes: number;
  /** How many times its packed size an entry may have unpacked; so then has the whole, since none may overlap. */
  readonly ratio: number;
}

/** Room for some fifty times the library a kiosk is made for; text packs to a tenth at best. */
export const archiveLimits: ArchiveLimits = {
  entries: 1_000_000,
  totalBytes: 64 * 1024 ** 3,
  fileBytes: LARGEST_FILE_BYTES,
  ratio: 100,
};

/** A bundle's files in an archive whose directory was found in order. */
export interface Archive extends BundleFiles {
  /** An entry's size unpacked; `undefined` when there is none of this name. */
  readonly sizeOf: (path: string) => number | undefined;
  /** Of all entries together, unpacked. */
  readonly totalBytes: number;
}

/** What is kept of an entry; the library's own takes five times the memory. */
interface Stored {
  readonly name: string;
  readonly offset: number;
  readonly packedSize: number;
  readonly size: number;
  readonly isDeflated: boolean;
}

const inflate = promisify(inflateRaw);

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;

const unreadable = (name: string, what: string, cause?: unknown): BundleError =>
  new BundleError('archive-unreadable', '', `${name} is no bundle that can be read: ${what}.`, FETCH_AGAIN, { cause });

/** The library's own words, which end in a full stop or not. */
const messageOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');

/** The name's bytes as UTF-8, whatever the entry's flags say: a right one is plain ASCII. */
const nameOf = (entry: Entry): string => entry.fileNameRaw.toString('utf8');

const storedOf = (entry: Entry, limits: ArchiveLimits): Stored => {
  const name = nameOf(entry);
  const refuse = refusedEntry;
  const { compressedSize: packedSize, uncompressedSize: size, compressionMethod: method } = entry;
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw refuse('entry-encrypted', name, 'is encrypted');
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (kind !== 0 && kind !== 0o100000)
    throw refuse('entry-not-a-file', name, 'is a link, a folder or a device and not a file');
  if (method !== STORED && method !== DEFLATED)
    throw refuse('entry-method', name, `is packed in a way no bundle is (method ${String(method)})`);
  if (size > limits.fileBytes || packedSize > limits.fileBytes)
    throw refuse('archive-too-large', name, `has ${String(size)} bytes, more than any file of a bundle may have`);
  if (method === STORED && size !== packedSize)
    throw refuse('archive-unreadable', name, 'has two different sizes and is not packed');
  if (size > packedSize * limits.ratio)
    throw refuse('archive-bomb', name, `grows more than ${String(limits.ratio)} times when it is unpacked`);
  return { name, offset: entry.relativeOffsetOfLocalHeader, packedSize, size, isDeflated: method === DEFLATED };
};

/** Entries that share bytes are how a small archive pretends to be a large one. */
const checkPlaces = (entries: readonly Stored[], end: number): void => {
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [index, { name, offset, packedSize }] of inOrder.entries()) {
    const next = inOrder[index + 1]?.offset ?? end;
    if (offset + LOCAL_HEADER_BYTES + Buffer.byteLength(name) + packedSize > next)
      throw refusedEntry('archive-overlap', name, 'shares its bytes with another');
  }
};

const readDirectory = async (name: string, zip: ZipFile, limits: ArchiveLimits): Promise<readonly Stored[]> => {
  const refuse = (fault: 'archive-too-many-entries' | 'archive-too-large', what: string): BundleError =>
    new BundleError(fault, '', `${name} ${what}.`, FETCH_AGAIN);
  if (zip.entryCount > limits.entries)
    throw refuse('archive-too-many-entries', `has more than ${String(limits.entries)} entries`);
  const entries: Stored[] = [];
  let totalBytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileNameLength > 1024) throw refusedEntry('name-too-long', nameOf(entry), 'has too long a name');
    const stored = storedOf(entry, limits);
    totalBytes += stored.size;
    if (totalBytes > limits.totalBytes)
      throw refuse('archive-too-large', `holds more than ${String(limits.totalBytes)} bytes`);
    entries.push(stored);
  }
  return entries;
};

/** An entry's packed bytes. The header before them must agree with the directory about the name. */
const readPacked = async (access: RandomAccess, { name, offset, packedSize }: Stored): Promise<Buffer<ArrayBuffer>> => {
  const nameBytes = Buffer.byteLength(name);
  const header = await access.read(offset, LOCAL_HEADER_BYTES + nameBytes);
  const isHeader =
    header.length === LOCAL_HEADER_BYTES + nameBytes && header.readUInt32LE(0) === LOCAL_HEADER_SIGNATURE;
  if (!isHeader || header.readUInt16LE(26) !== nameBytes || header.toString('utf8', LOCAL_HEADER_BYTES) !== name)
    throw refusedEntry('archive-unreadable', name, 'is not where the directory says');
  const start = offset + LOCAL_HEADER_BYTES + nameBytes + header.readUInt16LE(28);
  const packed = await access.read(start, packedSize);
  if (packed.length !== packedSize) throw refusedEntry('archive-unreadable', name, 'was cut short');
  return packed;
};

const readEntry = async (files: BundleFiles, access: RandomAccess, entry: Stored): Promise<Buffer<ArrayBuffer>> => {
  const packed = await readPacked(access, entry);
  if (!entry.isDeflated) return packed;
  let bytes: Buffer;
  try {
    bytes = await inflate(packed, { maxOutputLength: Math.max(entry.size, 1) });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE')
      throw refusedEntry('archive-bomb', entry.name, 'is larger unpacked than the directory says');
    throw refusedEntry('file-unreadable', entry.name, 'cannot be unpacked');
  }
  if (bytes.length !== entry.size) throw wrongSize(files, entry.name, bytes.length, String(entry.size));
  return Buffer.from(bytes);
};

/**
 * Opens a bundle in one file. The directory has been judged when this resolves: as many entries, as many
 * bytes and such names as a bundle may have. Nothing has been said yet about what the entries hold.
 *
 * @param name - what the archive is called in messages
 * @throws BundleError `archive-…`, `entry-…`, `name-…`
 */
export const openArchive = async (access: RandomAccess, name: string, limits = archiveLimits): Promise<Archive> => {
  let entries: readonly Stored[];
  try {
    const reader = new WindowedReader(access);
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const zip = await fromRandomAccessReaderPromise(reader, access.size, options);
    entries = await readDirectory(name, zip, limits);
  } catch (cause) {
    if (cause instanceof BundleError) throw cause;
    throw unreadable(name, messageOf(cause), cause);
  }
  checkNames(entries.map((entry) => entry.name));
  checkPlaces(entries, access.size);
  const totalBytes = entries.reduce((sum, { size }) => sum + size, 0);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const files: Archive = {
    name,
    mend: FETCH_AGAIN,
    paths: () => Promise.resolve([...byName.keys()]),
    sizeOf: (path) => byName.get(path)?.size,
    totalBytes,
    read: async (path, mostBytes) => {
      const entry = byName.get(path);
      if (entry === undefined)
        throw new BundleError('file-missing', path, `The bundle’s file ${path} is missing in ${name}.`, FETCH_AGAIN);
      if (entry.size > mostBytes) throw wrongSize(files, path, entry.size, `${String(mostBytes)} at most`);
      try {
        return await readEntry(files, access, entry);
      } catch (cause) {
        if (cause instanceof BundleError) throw cause;
        throw unreadable(name, `${shownName(path)}: ${messageOf(cause)}`, cause);
      }
    },
  };
  return files;
};
